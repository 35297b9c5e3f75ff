'use client'
import { useTranslations } from 'next-intl'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { FieldGroup } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { RepeatableRows } from '@/components/base/forms/repeatable-rows'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { Disclosure } from '@/components/base/ui/disclosure'
import type { TablePreview } from '@/lib/figures/datasets/schema'
import type { SourceChoice } from '@/lib/figures/datasets/types'
import { saveTableMappingAction } from '@/lib/figures/imports/actions'
import type { FormValues } from '@/lib/base/http/action-result'
import { SourceFields, type FieldAccess } from './source-fields'
import { useMapping } from './use-mapping'

interface TableMappingFormProps {
  sampleId: string
  version: number
  table: TablePreview
  stored: FormValues
  sources: readonly SourceChoice[]
  indicators: readonly Option[]
  hasRollup: boolean
}

function MeasureRow({
  index,
  table,
  form: { value, errors },
  indicators,
}: {
  index: number
  table: TablePreview
  form: FieldAccess
  indicators: readonly Option[]
}) {
  const t = useTranslations('datasets.form')
  const at = (field: string) => `measures.${index}.${field}`
  const codes = [
    { value: '', label: t('choose') },
    ...table.measures.map(({ code, title, unit }) => ({
      value: code,
      label: unit === '' ? `${title} (${code})` : `${title}, ${unit} (${code})`,
    })),
  ]
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9rem]">
      <SelectField
        key={`code-${value(at('code'))}`}
        name={at('code')}
        label={t('measure')}
        errors={errors(at('code'))}
        options={codes}
        defaultValue={value(at('code'))}
      />
      <SelectField
        key={`indicator-${value(at('indicator'))}`}
        name={at('indicator')}
        label={t('indicator')}
        errors={errors(at('indicator'))}
        options={indicators}
        defaultValue={value(at('indicator'))}
      />
      <TextField
        name={at('factor')}
        label={t('factor')}
        errors={errors(at('factor'))}
        defaultValue={value(at('factor')) || '1'}
        inputMode="decimal"
      />
    </div>
  )
}

function DimensionFields({
  table,
  form: { value, errors },
}: {
  table: TablePreview
  form: FieldAccess
}) {
  const t = useTranslations('datasets.form')
  const names = table.dimensions.map(({ name }) => ({ value: name, label: name }))
  return (
    <>
      <SelectField
        key={`region-${value('regionDimension')}`}
        name="regionDimension"
        label={t('regionDimension')}
        errors={errors('regionDimension')}
        options={[{ value: '', label: t('wholeCountry') }, ...names]}
        defaultValue={value('regionDimension')}
      />
      <SelectField
        key={`period-${value('periodDimension')}`}
        name="periodDimension"
        label={t('periodDimension')}
        errors={errors('periodDimension')}
        options={names}
        defaultValue={value('periodDimension')}
      />
      {table.dimensions.map(({ name, codes }, index) => {
        const only = value(`dims.${index}.only`)
        const known =
          codes.some(({ code }) => code === only) || only === ''
            ? codes
            : [{ code: only, title: only }, ...codes]
        return known.length === 0 ? null : (
          <div key={name}>
            <input type="hidden" name={`dims.${index}.name`} value={name} />
            <SelectField
              key={only}
              name={`dims.${index}.only`}
              label={t('only', { name })}
              hint={t('onlyHint')}
              errors={errors(`dims.${index}.only`)}
              defaultValue={only}
              options={[
                { value: '', label: t('onlyAll') },
                ...known.map(({ code, title }) => ({
                  value: code,
                  label: title === '' ? code : `${title} (${code})`,
                })),
              ]}
            />
          </div>
        )
      })}
    </>
  )
}

/** What the codes of a table of CBS mean. The titles of its measures are kept, so that a change of meaning stops the reading. */
export function TableMappingForm({
  sampleId,
  version: opened,
  table,
  stored,
  sources,
  indicators,
  hasRollup,
}: TableMappingFormProps) {
  const t = useTranslations('datasets.form')
  const { result, send, form, version } = useMapping(saveTableMappingAction, stored, opened)
  const filled = Object.keys(stored).filter((name) => /^measures\.\d+\.code$/.test(name)).length
  const rows = Array.from({ length: Math.max(filled, 10) + 10 }, (_, index) => index)
  const words: Record<string, string> = {
    title: t('title'),
    source: t('source'),
    sourceName: t('sourceName'),
    sourceUrl: t('sourceUrl'),
    measures: t('measures'),
    regionDimension: t('regionDimension'),
    periodDimension: t('periodDimension'),
    filter: t('filter'),
    ...Object.fromEntries(
      rows.flatMap((row) => [
        [`measures.${row}.code`, t('measure')],
        [`measures.${row}.indicator`, t('indicator')],
        [`measures.${row}.factor`, t('factor')],
      ]),
    ),
    ...Object.fromEntries(
      table.dimensions.map(({ name }, index) => [`dims.${index}.only`, t('only', { name })]),
    ),
  }
  const compared = Object.entries(words)
    .filter(([name]) => name !== 'measures')
    .map(([name, label]) => ({ name, label }))
  return (
    <Form action={send} result={result} noValidate className="space-y-10">
      <FormErrors result={result} labels={words} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={compared} />
      ) : null}
      <input type="hidden" name="sampleId" value={sampleId} />
      <input type="hidden" name="version" value={version} />
      <div className="max-w-measure">
        <SourceFields form={form} sources={sources} hasRollup={hasRollup} />
      </div>
      <FieldGroup
        name="measures"
        label={<span className="font-serif text-xl">{t('measures')}</span>}
        hint={t('measuresHint')}
        errors={form.errors('measures')}
      >
        <RepeatableRows filled={filled} addLabel={t('addMeasure')} item="measures">
          {(index) => (
            <MeasureRow index={index} table={table} form={form} indicators={indicators} />
          )}
        </RepeatableRows>
      </FieldGroup>
      <div className="max-w-measure space-y-6">
        <DimensionFields table={table} form={form} />
        <Disclosure summary={t('filterTitle')} open={form.value('filter') !== ''}>
          <TextField
            name="filter"
            label={t('filter')}
            hint={t('filterHint')}
            errors={form.errors('filter')}
            defaultValue={form.value('filter')}
          />
        </Disclosure>
      </div>
      <SubmitButton pending={t('reading')}>{t('saveTable')}</SubmitButton>
    </Form>
  )
}
