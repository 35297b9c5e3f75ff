'use client'
import { useTranslations } from 'next-intl'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { RepeatableRows } from '@/components/base/forms/repeatable-rows'
import { Disclosure } from '@/components/base/ui/disclosure'
import type { TablePreview } from '@/lib/figures/datasets/schema'
import { saveTableMappingAction } from '@/lib/figures/imports/actions'
import { MappingForm, type MappingProps } from './mapping-form'
import type { FieldAccess } from './source-fields'

interface TableMappingFormProps extends MappingProps {
  table: TablePreview
  indicators: readonly Option[]
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

const MEASURE_CODE = /^measures\.\d+\.code$/

/** More rows than there are, because rows can be added. */
function fieldLabels(
  t: ReturnType<typeof useTranslations<'datasets.form'>>,
  table: TablePreview,
  filled: number,
): Record<string, string> {
  const rows = Array.from({ length: Math.max(filled, 10) + 10 }, (_, index) => index)
  return {
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
}

function FilterField({ form }: { form: FieldAccess }) {
  const t = useTranslations('datasets.form')
  return (
    <Disclosure summary={t('filterTitle')} open={form.value('filter') !== ''}>
      <TextField
        name="filter"
        label={t('filter')}
        hint={t('filterHint')}
        errors={form.errors('filter')}
        defaultValue={form.value('filter')}
      />
    </Disclosure>
  )
}

/** The titles of the measures are stored, so that a change of meaning stops the import. */
export function TableMappingForm({ table, indicators, ...mapping }: TableMappingFormProps) {
  const t = useTranslations('datasets.form')
  const filled = Object.keys(mapping.stored).filter((name) => MEASURE_CODE.test(name)).length
  return (
    <MappingForm
      {...mapping}
      action={saveTableMappingAction}
      list="measures"
      labels={fieldLabels(t, table, filled)}
      submit={{ label: t('saveTable'), busy: t('saveTableBusy') }}
      items={(form) => (
        <RepeatableRows filled={filled} addLabel={t('addMeasure')} item="measures">
          {(index) => (
            <MeasureRow index={index} table={table} form={form} indicators={indicators} />
          )}
        </RepeatableRows>
      )}
      notation={(form) => (
        <>
          <DimensionFields table={table} form={form} />
          <FilterField form={form} />
        </>
      )}
    />
  )
}
