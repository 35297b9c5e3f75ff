'use client'
import { useTranslations } from 'next-intl'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { ROLES } from '@/lib/figures/datasets/schema'
import type { ColumnPreview, FilePreview } from '@/lib/figures/datasets/types'
import { REGION_TYPES } from '@/lib/figures/figure-files/schema'
import { saveFileMappingAction } from '@/lib/figures/imports/actions'
import { firstCodes } from './first-codes'
import { MappingForm, type MappingProps } from './mapping-form'
import type { FieldAccess } from './source-fields'

interface FileMappingFormProps extends MappingProps {
  preview: FilePreview
  indicators: readonly Option[]
}

const COLUMN_FIELDS = ['role', 'indicator', 'factor', 'dimension'] as const

interface ColumnProps {
  column: ColumnPreview
  index: number
  firstCode: number
  form: FieldAccess
  indicators: readonly Option[]
}

const nameIn = (index: number) => (field: (typeof COLUMN_FIELDS)[number] | 'name') =>
  `columns.${index}.${field}`

function ValueFields({
  index,
  form: { value, errors },
  indicators,
}: Pick<ColumnProps, 'index' | 'form' | 'indicators'>) {
  const t = useTranslations('datasets.form')
  const name = nameIn(index)
  return (
    <div className="hidden gap-x-6 gap-y-4 group-has-[option[value=value]:checked]/column:grid sm:grid-cols-[minmax(0,24rem)_9rem]">
      <SelectField
        key={`indicator-${value(name('indicator'))}`}
        name={name('indicator')}
        label={t('indicator')}
        hint={t('indicatorHint')}
        errors={errors(name('indicator'))}
        defaultValue={value(name('indicator'))}
        options={indicators}
      />
      <TextField
        name={name('factor')}
        label={t('factor')}
        hint={t('factorHint')}
        errors={errors(name('factor'))}
        defaultValue={value(name('factor'))}
        inputMode="decimal"
      />
    </div>
  )
}

function DimensionField({
  column,
  index,
  form: { value, errors },
}: Pick<ColumnProps, 'column' | 'index' | 'form'>) {
  const t = useTranslations('datasets.form')
  const name = nameIn(index)
  return (
    <div className="hidden group-has-[option[value=dimension]:checked]/column:block">
      <TextField
        name={name('dimension')}
        label={t('dimension')}
        hint={t('dimensionHint', { column: column.name })}
        errors={errors(name('dimension'))}
        defaultValue={value(name('dimension'))}
      />
    </div>
  )
}

function CodeFields({
  column,
  firstCode,
  form: { value, errors },
  indicators,
}: Omit<ColumnProps, 'index'>) {
  const t = useTranslations('datasets.form')
  return (
    <div className="hidden space-y-4 group-has-[option[value=indicator]:checked]/column:block">
      <p className="text-sm text-muted">{t('codesHint')}</p>
      {column.codes.map((code, at) => (
        <div key={code}>
          <input type="hidden" name={`codes.${firstCode + at}.column`} value={column.name} />
          <input type="hidden" name={`codes.${firstCode + at}.code`} value={code} />
          <SelectField
            key={value(`codes.${firstCode + at}.indicator`)}
            name={`codes.${firstCode + at}.indicator`}
            label={code}
            errors={errors(`codes.${firstCode + at}.indicator`)}
            options={[{ value: '', label: t('codeSkip') }, ...indicators.slice(1)]}
            defaultValue={value(`codes.${firstCode + at}.indicator`)}
          />
        </div>
      ))}
    </div>
  )
}

function ColumnFields({ column, index, firstCode, form, indicators }: ColumnProps) {
  const t = useTranslations('datasets.form')
  const { value, errors } = form
  const name = nameIn(index)
  return (
    <li className="group/column grid gap-x-8 gap-y-4 border-t border-hairline py-5 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="min-w-0">
        <h4 className="font-sans text-base font-semibold break-words">{column.name}</h4>
        <p className="mt-1 text-sm break-words text-muted">
          {column.first.length === 0
            ? t('columnEmpty')
            : t('columnFirst', { cells: column.first.join(' · ') })}
        </p>
      </div>
      <div className="min-w-0 space-y-4">
        <input type="hidden" name={name('name')} value={column.name} />
        <SelectField
          key={`role-${value(name('role'))}`}
          name={name('role')}
          errors={errors(name('role'))}
          defaultValue={value(name('role'))}
          label={t('role', { column: column.name })}
          options={ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        />
        <ValueFields index={index} form={form} indicators={indicators} />
        <DimensionField column={column} index={index} form={form} />
        {column.codes.length === 0 ? null : (
          <CodeFields column={column} firstCode={firstCode} form={form} indicators={indicators} />
        )}
      </div>
    </li>
  )
}

function NotationFields({ form: { value, errors } }: { form: FieldAccess }) {
  const t = useTranslations('datasets.form')
  const kinds = [
    { value: '', label: t('regionCodes') },
    ...REGION_TYPES.map((type) => ({ value: type, label: t(`regionTypes.${type}`) })),
  ]
  return (
    <>
      <SelectField
        key={`type-${value('regionType')}`}
        name="regionType"
        label={t('regionType')}
        hint={t('regionTypeHint')}
        errors={errors('regionType')}
        options={kinds}
        defaultValue={value('regionType')}
      />
      <TextField
        name="period"
        label={t('period')}
        hint={t('periodHint')}
        errors={errors('period')}
        defaultValue={value('period')}
        className="max-w-56"
      />
      <SelectField
        key={`mark-${value('decimalMark')}`}
        name="decimalMark"
        label={t('decimalMark')}
        hint={t('decimalMarkHint')}
        errors={errors('decimalMark')}
        options={[
          { value: 'comma', label: t('comma') },
          { value: 'point', label: t('point') },
        ]}
        defaultValue={value('decimalMark')}
      />
      <TextField
        name="unknown"
        label={t('unknown')}
        hint={t('signsHint')}
        errors={errors('unknown')}
        defaultValue={value('unknown')}
        className="max-w-56"
      />
      <TextField
        name="secret"
        label={t('secret')}
        hint={t('signsHint')}
        errors={errors('secret')}
        defaultValue={value('secret')}
        className="max-w-56"
      />
    </>
  )
}

export function FileMappingForm({ preview, indicators, ...mapping }: FileMappingFormProps) {
  const t = useTranslations('datasets.form')
  const { columns, headerRow, sheets, sheet } = preview
  const starts = firstCodes(columns)
  const labels: Record<string, string> = {
    regionType: t('regionType'),
    period: t('period'),
    ...Object.fromEntries(
      columns.flatMap(({ name }, index) =>
        COLUMN_FIELDS.map((field) => [`columns.${index}.${field}`, name]),
      ),
    ),
  }
  return (
    <MappingForm
      {...mapping}
      action={saveFileMappingAction}
      list="columns"
      labels={labels}
      submit={{ label: t('save'), busy: t('saving') }}
      hidden={
        <>
          <input type="hidden" name="headerRow" value={headerRow} />
          <input type="hidden" name="sheet" value={sheets.length > 1 ? (sheet ?? '') : ''} />
        </>
      }
      items={(form) => (
        <ol className="border-b border-hairline">
          {columns.map((column, index) => (
            <ColumnFields
              key={column.name}
              column={column}
              index={index}
              firstCode={starts[index] ?? 0}
              form={form}
              indicators={indicators}
            />
          ))}
        </ol>
      )}
      notation={(form) => <NotationFields form={form} />}
    />
  )
}
