'use client'
import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CheckboxField, CheckboxGroup } from '@/components/base/forms/choices'
import {
  DateField,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@/components/base/forms/inputs'
import { errorEdge, FieldErrors, fieldId } from '@/components/base/forms/field'
import { RepeatableRows } from '@/components/base/forms/repeatable-rows'
import type { LineList, TagField } from '@/lib/knowledge/revisions/types'
import type { DraftFormState } from './draft-state'
import { MissingTerm } from './missing-term'
import { regionGroups, termGroups } from './option-groups'

interface PartProps {
  form: DraftFormState
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-hairline pt-6">
      <h2 id={id}>{title}</h2>
      <div className="mt-6 space-y-7">{children}</div>
    </section>
  )
}

function Tags({ form, name, hint }: PartProps & { name: TagField; hint?: string }) {
  const t = useTranslations('editing')
  return (
    <div>
      <CheckboxGroup
        key={form.round}
        {...form.field(name)}
        hint={hint}
        groups={termGroups(
          form.options[name],
          form.locale,
          { other: t('otherOptions'), retired: t('retiredOption') },
          form.chosen(name),
        )}
        selected={form.chosen(name)}
      />
      {name === 'drivers' ? null : <MissingTerm revisionId={form.revisionId} name={name} />}
    </div>
  )
}

function Lines({
  form,
  name,
  hint,
  rows = 4,
}: PartProps & { name: LineList | 'partners'; hint?: string; rows?: number }) {
  const t = useTranslations('editing')
  return (
    <TextArea
      {...form.field(name)}
      hint={hint === undefined ? t('oneApiece') : `${hint} ${t('oneApiece')}`}
      rows={rows}
    />
  )
}

function Rows({
  form,
  list,
  title,
  hint,
  add,
  children,
}: PartProps & {
  list: 'steps' | 'results' | 'sources'
  title: string
  hint: string
  add: string
  children: (row: string) => ReactNode
}) {
  const errors = form.errors(list)
  return (
    <fieldset id={fieldId(list)} tabIndex={-1} className={errorEdge(errors)}>
      <legend className="font-semibold">{title}</legend>
      <p className="mt-0.5 mb-3 text-sm text-muted">{hint}</p>
      <FieldErrors name={list} errors={errors} />
      <RepeatableRows filled={form.rows(list)} addLabel={add} item={list}>
        {(index) => <div className="space-y-4">{children(`${list}.${index}`)}</div>}
      </RepeatableRows>
    </fieldset>
  )
}

export function AboutFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="over" title={t('about')}>
      <TextField {...form.field('title')} hint={t('titleHint')} required maxLength={140} />
      <TextArea {...form.field('summary')} hint={t('summaryHint')} rows={7} />
      <TextArea {...form.field('problem')} hint={t('problemHint')} rows={6} />
    </Part>
  )
}

export function WhereFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="waar" title={t('where')}>
      <CheckboxGroup
        key={form.round}
        {...form.field('regions')}
        hint={t('regionsHint')}
        groups={regionGroups(
          form.options.regions,
          { ser: t('serRegions'), ended: t('endedRegions') },
          form.chosen('regions'),
        )}
        selected={form.chosen('regions')}
      />
      <Tags form={form} name="targetGroups" hint={t('targetGroupsHint')} />
      <Tags form={form} name="sectors" />
      <Tags form={form} name="challenges" />
    </Part>
  )
}

export function ApproachFields({ form }: PartProps) {
  const t = useTranslations('editing')
  const styles = form.options.styles.map(({ slug, labelNl, labelEn }) => ({
    value: slug,
    label: labelIn(form.locale, { labelNl, labelEn }),
  }))
  return (
    <Part id="aanpak" title={t('approach')}>
      <Rows form={form} list="steps" title={t('steps')} hint={t('stepsHint')} add={t('addStep')}>
        {(row) => (
          <>
            <TextField {...form.field(`${row}.name`)} label={t('stepName')} />
            <TextArea {...form.field(`${row}.description`)} label={t('stepDescription')} rows={3} />
          </>
        )}
      </Rows>
      <Tags form={form} name="instruments" hint={t('instrumentsHint')} />
      <Lines form={form} name="workingElements" />
      <SelectField
        key={`style ${form.typed('style')}`}
        {...form.field('style')}
        options={[{ value: '', label: t('styleNone') }, ...styles]}
      />
      <Tags form={form} name="drivers" hint={t('driversHint')} />
    </Part>
  )
}

const KINDS = ['outcome', 'reach', 'output', 'qualitative', 'arrangement', 'intention'] as const

export function ResultFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="resultaten" title={t('results')}>
      <Rows
        form={form}
        list="results"
        title={t('results')}
        hint={t('resultsHint')}
        add={t('addResult')}
      >
        {(row) => (
          <>
            <SelectField
              key={form.typed(`${row}.kind`)}
              {...form.field(`${row}.kind`)}
              label={t('resultKind')}
              options={KINDS.map((value) => ({ value, label: t(`resultKind_${value}`) }))}
              defaultValue={form.typed(`${row}.kind`) || 'outcome'}
            />
            <TextField {...form.field(`${row}.label`)} label={t('resultLabel')} />
            <div className="grid gap-4 sm:grid-cols-2">
              <NumberField {...form.field(`${row}.value`)} label={t('resultValue')} />
              <TextField {...form.field(`${row}.unit`)} label={t('resultUnit')} />
            </div>
            <TextField {...form.field(`${row}.note`)} label={t('resultNote')} />
          </>
        )}
      </Rows>
      <Lines form={form} name="impact" />
      <Lines form={form} name="expectedImpact" />
      <Lines form={form} name="goals" />
      <Lines form={form} name="knowledgeGaps" />
    </Part>
  )
}

export function LearnedFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="geleerd" title={t('learned')}>
      <Lines form={form} name="successFactors" />
      <Lines form={form} name="obstacles" hint={t('obstaclesHint')} />
      <Lines form={form} name="lessons" />
      <Lines form={form} name="wouldDoDifferently" hint={t('wouldDoDifferentlyHint')} />
      <Lines form={form} name="recommendations" />
      <Lines form={form} name="scalabilitySupports" rows={3} />
      <Lines form={form} name="scalabilityLimits" rows={3} />
    </Part>
  )
}

const LIFECYCLES = ['unknown', 'planned', 'running', 'completed', 'stopped'] as const

export function StatusFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="stand" title={t('status')}>
      <SelectField
        key={`lifecycle ${form.typed('lifecycle')}`}
        {...form.field('lifecycle')}
        options={LIFECYCLES.map((value) => ({ value, label: t(`lifecycle_${value}`) }))}
      />
      <TextArea {...form.field('stopReason')} hint={t('stopReasonHint')} rows={3} />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField {...form.field('startsOn')} />
        <DateField {...form.field('endsOn')} />
      </div>
      <p className="text-sm text-muted">{t('datesHint')}</p>
    </Part>
  )
}

export function PeopleFields({ form }: PartProps) {
  const t = useTranslations('editing')
  const { defaultValue: consent, ...consentField } = form.field('contactConsent')
  return (
    <Part id="mensen" title={t('people')}>
      <TextField {...form.field('ownerName')} hint={t('ownerNameHint')} />
      <Lines form={form} name="partners" rows={3} />
      <fieldset className="space-y-5">
        <legend className="font-serif text-lg font-semibold">{t('contact')}</legend>
        <p className="text-sm text-muted">{t('contactHint')}</p>
        <TextField {...form.field('contactName')} autoComplete="off" />
        <TextField {...form.field('contactRole')} autoComplete="off" />
        <TextField {...form.field('contactEmail')} type="email" autoComplete="off" />
        <CheckboxField
          key={`consent ${consent}`}
          {...consentField}
          defaultChecked={consent === 'on'}
        />
      </fieldset>
    </Part>
  )
}

export function SourceFields({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <Part id="bronnen" title={t('sources')}>
      <Rows
        form={form}
        list="sources"
        title={t('sources')}
        hint={t('sourcesHint')}
        add={t('addSource')}
      >
        {(row) => (
          <>
            <TextField {...form.field(`${row}.title`)} label={t('sourceTitle')} />
            <TextField
              {...form.field(`${row}.url`)}
              label={t('sourceUrl')}
              inputMode="url"
              placeholder="https://"
            />
          </>
        )}
      </Rows>
    </Part>
  )
}
