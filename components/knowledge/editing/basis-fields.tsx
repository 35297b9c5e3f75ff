'use client'
import { useTranslations } from 'next-intl'
import { ChooserField } from '@/components/base/forms/chooser'
import { CheckboxField } from '@/components/base/forms/choices'
import { DateField, SelectField, TextArea, TextField } from '@/components/base/forms/inputs'
import { PlainTextArea } from '@/components/base/forms/plain-text-area'
import { TextLink } from '@/components/base/ui/text'
import { Lines, Tags, type PartProps } from './draft-fields'
import { regionGroups } from './option-groups'

/** The questions that submitting needs, on one page. */
export function BasisFields({ form, id }: PartProps & { id: string }) {
  const t = useTranslations('editing')
  const kinds = {
    labour_market: t('kind_labourMarket'),
    province: t('kind_province'),
    ser: t('kind_ser'),
  }
  return (
    <div className="space-y-7">
      <p className="text-muted">{t('requiredHint')}</p>
      <TextField {...form.field('title')} hint={t('titleHint')} required maxLength={140} />
      <PlainTextArea {...form.field('summary')} hint={t('summaryHint')} required rows={4} />
      <Tags form={form} name="targetGroups" hint={t('targetGroupsHint')} />
      <ChooserField
        key={`regions ${form.round}`}
        {...form.field('regions')}
        hint={t('regionsHint')}
        groups={regionGroups(
          form.options.regions,
          { ser: t('serRegions'), ended: t('endedRegions'), kinds },
          form.chosen('regions'),
        )}
        selected={form.chosen('regions')}
      />
      <Tags form={form} name="instruments" hint={t('instrumentsHint')} />
      <Tags form={form} name="sectors" />
      <Tags form={form} name="challenges" />
      <StepLines form={form} id={id} />
      <Lines
        form={form}
        name="impact"
        label={t('short.impact')}
        hint={t('short.impactHint')}
        rows={3}
      />
      <Lines
        form={form}
        name="obstacles"
        label={t('short.obstacles')}
        hint={t('obstaclesHint')}
        rows={3}
      />
      <Contact form={form} />
      <Period form={form} />
    </div>
  )
}

function StepLines({ form, id }: PartProps & { id: string }) {
  const t = useTranslations('editing')
  if (form.typed('stepLines') === '' && form.rows('steps') > 0)
    return (
      <div id="field-stepLines" tabIndex={-1}>
        <p className="font-semibold">{t('short.steps')}</p>
        <p className="mt-0.5 text-muted">
          {t('short.stepsElsewhere', { count: form.rows('steps') })}{' '}
          <TextLink
            href={{
              pathname: '/workspace/initiatives/[id]/deepen/[topic]',
              params: { id, topic: 'stappen' },
            }}
          >
            {t('short.stepsChange')}
          </TextLink>
        </p>
      </div>
    )
  return (
    <PlainTextArea
      {...form.field('stepLines')}
      label={t('short.steps')}
      hint={t('short.stepsHint')}
      required
      rows={4}
    />
  )
}

function Contact({ form }: PartProps) {
  const t = useTranslations('editing')
  const { defaultValue: consent, ...consentField } = form.field('contactConsent')
  return (
    <fieldset>
      <legend className="font-semibold">{t('contact')}</legend>
      <p className="mt-0.5 text-sm text-muted">{t('contactHint')}</p>
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TextField {...form.field('contactName')} autoComplete="off" />
        <TextField {...form.field('contactEmail')} type="email" autoComplete="off" />
      </div>
      <CheckboxField
        key={`consent ${consent}`}
        {...consentField}
        defaultChecked={consent === 'on'}
      />
    </fieldset>
  )
}

const LIFECYCLES = ['unknown', 'planned', 'running', 'completed', 'stopped'] as const

function Period({ form }: PartProps) {
  const t = useTranslations('editing')
  const asksReason = form.errors('stopReason').length > 0
  return (
    <fieldset className="group/period">
      <legend className="font-semibold">{t('status')}</legend>
      <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <SelectField
          key={`lifecycle ${form.typed('lifecycle')}`}
          {...form.field('lifecycle')}
          options={LIFECYCLES.map((value) => ({ value, label: t(`lifecycle_${value}`) }))}
        />
        <DateField {...form.field('startsOn')} />
        <DateField {...form.field('endsOn')} />
      </div>
      <p className="mt-1 text-sm text-muted">{t('datesHint')}</p>
      <div
        className={`mt-4 ${asksReason ? '' : 'hidden group-has-[option[value=stopped]:checked]/period:block'}`}
      >
        <TextArea {...form.field('stopReason')} hint={t('stopReasonHint')} rows={3} />
      </div>
    </fieldset>
  )
}
