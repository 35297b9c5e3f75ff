'use client'
import { useTranslations } from 'next-intl'
import { CheckboxField } from '@/components/base/forms/choices'
import { SelectField, TextField } from '@/components/base/forms/inputs'
import { OTHER_SOURCE } from '@/lib/figures/datasets/schema'
import type { SourceChoice } from '@/lib/figures/datasets/types'

export interface FieldAccess {
  value: (name: string) => string
  errors: (name: string) => string[]
}

function OtherSourceFields({ form: { value, errors } }: { form: FieldAccess }) {
  const t = useTranslations('datasets.form')
  return (
    <div className="hidden space-y-6 border-l border-hairline pl-5 group-has-[option[value=andere-bron]:checked]/source:block">
      <TextField
        name="sourceName"
        label={t('sourceName')}
        errors={errors('sourceName')}
        defaultValue={value('sourceName')}
      />
      <TextField
        name="sourceUrl"
        label={t('sourceUrl')}
        hint={t('optional')}
        errors={errors('sourceUrl')}
        defaultValue={value('sourceUrl')}
        inputMode="url"
      />
      <TextField
        name="sourceLicence"
        label={t('sourceLicence')}
        hint={t('sourceLicenceHint')}
        errors={errors('sourceLicence')}
        defaultValue={value('sourceLicence')}
      />
    </div>
  )
}

function ContentFields({
  form: { value, errors },
  hasRollup,
}: {
  form: FieldAccess
  hasRollup: boolean
}) {
  const t = useTranslations('datasets.form')
  return (
    <>
      <CheckboxField
        key={`complete-${value('isComplete')}`}
        name="isComplete"
        label={t('isComplete')}
        hint={t('isCompleteHint')}
        errors={errors('isComplete')}
        defaultChecked={value('isComplete') === 'on'}
      />
      {hasRollup ? null : (
        <CheckboxField
          key={`rollup-${value('rollup')}`}
          name="rollup"
          label={t('rollup')}
          hint={t('rollupHint')}
          errors={errors('rollup')}
          defaultChecked={value('rollup') === 'on'}
        />
      )}
    </>
  )
}

export function SourceFields({
  form,
  sources,
  hasRollup,
}: {
  form: FieldAccess
  sources: readonly SourceChoice[]
  hasRollup: boolean
}) {
  const t = useTranslations('datasets.form')
  const { value, errors } = form
  const options = [
    { value: '', label: t('choose') },
    ...sources.map(({ slug, name, licence }) => ({
      value: slug,
      label: licence === null ? name : t('sourceOption', { name, licence }),
    })),
    { value: OTHER_SOURCE, label: t('otherSource') },
  ]
  return (
    <div className="group/source space-y-6">
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        errors={errors('title')}
        defaultValue={value('title')}
        required
      />
      <SelectField
        key={value('source')}
        name="source"
        label={t('source')}
        hint={t('sourceHint')}
        errors={errors('source')}
        options={options}
        defaultValue={value('source')}
        required
      />
      <OtherSourceFields form={form} />
      <ContentFields form={form} hasRollup={hasRollup} />
    </div>
  )
}
