'use client'
import { useTranslations } from 'next-intl'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { FieldGroup } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { ROLES } from '@/lib/figures/datasets/schema'
import type { ColumnPreview, FilePreview, SourceChoice } from '@/lib/figures/datasets/types'
import { REGION_TYPES } from '@/lib/figures/figure-files/schema'
import { saveFileMappingAction } from '@/lib/figures/imports/actions'
import type { FormValues } from '@/lib/base/http/action-result'
import { SourceFields, type FieldAccess } from './source-fields'
import { useMapping } from './use-mapping'

interface FileMappingFormProps {
  sampleId: string
  version: number
  preview: FilePreview
  stored: FormValues
  sources: readonly SourceChoice[]
  indicators: readonly Option[]
  hasRollup: boolean
}

interface ColumnProps {
  column: ColumnPreview
  index: number
  /** Number of the first code field of this column. */
  firstCode: number
  form: FieldAccess
  indicators: readonly Option[]
}

function ColumnFields({
  column,
  index,
  firstCode,
  form: { value, errors },
  indicators,
}: ColumnProps) {
  const t = useTranslations('datasets.form')
  const name = (field: string) => `columns.${index}.${field}`
  const select = (field: string) => ({
    name: name(field),
    errors: errors(name(field)),
    defaultValue: value(name(field)),
    key: `${field}-${value(name(field))}`,
  })
  const { key: roleKey, ...role } = select('role')
  const { key: indicatorKey, ...indicator } = select('indicator')
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
          key={roleKey}
          {...role}
          label={t('role', { column: column.name })}
          options={ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        />
        <div className="hidden gap-x-6 gap-y-4 group-has-[option[value=value]:checked]/column:grid sm:grid-cols-[minmax(0,24rem)_9rem]">
          <SelectField
            key={indicatorKey}
            {...indicator}
            label={t('indicator')}
            hint={t('indicatorHint')}
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
        <div className="hidden group-has-[option[value=dimension]:checked]/column:block">
          <TextField
            name={name('dimension')}
            label={t('dimension')}
            hint={t('dimensionHint', { column: column.name })}
            errors={errors(name('dimension'))}
            defaultValue={value(name('dimension'))}
          />
        </div>
        {column.codes.length === 0 ? null : (
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
        )}
      </div>
    </li>
  )
}

function ReadingFields({ form: { value, errors } }: { form: FieldAccess }) {
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

/** What each column of a file means. Only the fields that belong to a choice are in view; that takes no script. */
export function FileMappingForm({
  sampleId,
  version: opened,
  preview,
  stored,
  sources,
  indicators,
  hasRollup,
}: FileMappingFormProps) {
  const t = useTranslations('datasets.form')
  const { result, send, form, version } = useMapping(saveFileMappingAction, stored, opened)
  const starts = preview.columns.map((_, index) =>
    preview.columns.slice(0, index).reduce((sum, { codes }) => sum + codes.length, 0),
  )
  const words: Record<string, string> = {
    title: t('title'),
    source: t('source'),
    sourceName: t('sourceName'),
    sourceUrl: t('sourceUrl'),
    columns: t('columns'),
    regionType: t('regionType'),
    period: t('period'),
    ...Object.fromEntries(
      preview.columns.flatMap(({ name }, index) => [
        [`columns.${index}.role`, name],
        [`columns.${index}.indicator`, name],
        [`columns.${index}.factor`, name],
        [`columns.${index}.dimension`, name],
      ]),
    ),
  }
  const compared = Object.entries(words)
    .filter(([name]) => name !== 'columns')
    .map(([name, label]) => ({ name, label }))
  return (
    <Form action={send} result={result} noValidate className="space-y-10">
      <FormErrors result={result} labels={words} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={compared} />
      ) : null}
      <input type="hidden" name="sampleId" value={sampleId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="headerRow" value={preview.headerRow} />
      <input
        type="hidden"
        name="sheet"
        value={preview.sheets.length > 1 ? (preview.sheet ?? '') : ''}
      />
      <div className="max-w-measure">
        <SourceFields form={form} sources={sources} hasRollup={hasRollup} />
      </div>
      <FieldGroup
        name="columns"
        label={<span className="font-serif text-xl">{t('columns')}</span>}
        hint={t('columnsHint')}
        errors={form.errors('columns')}
      >
        <ol className="border-b border-hairline">
          {preview.columns.map((column, index) => (
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
      </FieldGroup>
      <div className="max-w-measure space-y-6">
        <ReadingFields form={form} />
      </div>
      <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
    </Form>
  )
}
