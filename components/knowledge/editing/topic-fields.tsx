'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NumberField, SelectField, TextArea, TextField } from '@/components/base/forms/inputs'
import { PlainTextArea } from '@/components/base/forms/plain-text-area'
import { RichTextField } from '@/components/base/forms/rich-text/rich-text-field'
import { labelIn } from '@/lib/base/text/label'
import type { Topic } from '@/lib/knowledge/revisions/parts.rules'
import { Lines, Rows, Tags, type PartProps } from './draft-fields'

function WholeStory({ form }: PartProps) {
  const t = useTranslations('editing')
  return <RichTextField {...form.field('story')} hint={t('storyHint')} />
}

function Reason({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <>
      <PlainTextArea {...form.field('problem')} hint={t('problemHint')} rows={6} />
      <Lines form={form} name="goals" />
    </>
  )
}

function Steps({ form }: PartProps) {
  const t = useTranslations('editing')
  const styles = form.options.styles.map(({ slug, labelNl, labelEn }) => ({
    value: slug,
    label: labelIn(form.locale, { labelNl, labelEn }),
  }))
  return (
    <>
      <Rows form={form} list="steps" title={t('steps')} hint={t('stepsHint')} add={t('addStep')}>
        {(row) => (
          <>
            <TextField {...form.field(`${row}.name`)} label={t('stepName')} />
            <TextArea {...form.field(`${row}.description`)} label={t('stepDescription')} rows={3} />
          </>
        )}
      </Rows>
      <Lines form={form} name="workingElements" />
      <SelectField
        key={`style ${form.typed('style')}`}
        {...form.field('style')}
        options={[{ value: '', label: t('styleNone') }, ...styles]}
      />
      <Tags form={form} name="drivers" hint={t('driversHint')} />
      <Tags form={form} name="plannedInstruments" hint={t('plannedInstrumentsHint')} />
      <Tags form={form} name="blockedInstruments" hint={t('blockedInstrumentsHint')} />
    </>
  )
}

const KINDS = ['outcome', 'reach', 'output', 'qualitative', 'arrangement', 'intention'] as const

function ResultRow({ form, row }: PartProps & { row: string }) {
  const t = useTranslations('editing')
  return (
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
  )
}

function Results({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <>
      <Rows
        form={form}
        list="results"
        title={t('results')}
        hint={t('resultsHint')}
        add={t('addResult')}
      >
        {(row) => <ResultRow form={form} row={row} />}
      </Rows>
      <Lines form={form} name="expectedImpact" />
      <Lines form={form} name="knowledgeGaps" />
    </>
  )
}

function Learned({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <>
      <Lines form={form} name="lessons" />
      <Lines form={form} name="wouldDoDifferently" hint={t('wouldDoDifferentlyHint')} />
      <Lines form={form} name="successFactors" />
      <Lines form={form} name="recommendations" />
    </>
  )
}

function Copying({ form }: PartProps) {
  return (
    <>
      <Lines form={form} name="scalabilitySupports" />
      <Lines form={form} name="scalabilityLimits" />
    </>
  )
}

function People({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
    <>
      <TextField {...form.field('ownerName')} hint={t('ownerNameHint')} />
      <Lines form={form} name="partners" />
      <TextField
        {...form.field('contactRole')}
        label={t('topics.contactRole')}
        autoComplete="off"
      />
    </>
  )
}

function Sources({ form }: PartProps) {
  const t = useTranslations('editing')
  return (
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
  )
}

const FIELDS: Readonly<Record<Topic, (props: PartProps) => ReactNode>> = {
  verhaal: WholeStory,
  aanleiding: Reason,
  stappen: Steps,
  resultaten: Results,
  geleerd: Learned,
  overnemen: Copying,
  mensen: People,
  bronnen: Sources,
}

export function TopicFields({ form, topic }: PartProps & { topic: Topic }) {
  const Fields = FIELDS[topic]
  return (
    <div className="space-y-7">
      <Fields form={form} />
    </div>
  )
}
