import { labelIn } from '@/lib/base/text/label'
import { NextIntlClientProvider, useMessages, useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Button } from '@/components/base/ui/button'
import { DataTable, type Column } from '@/components/base/ui/data-table'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { createIndicatorAction } from '@/lib/figures/datasets/actions'
import type { TablePreview } from '@/lib/figures/datasets/schema'
import type {
  DatasetRow,
  FilePreview,
  IndicatorChoice,
  SampleView,
  SourceChoice,
} from '@/lib/figures/datasets/types'
import type { FormValues } from '@/lib/base/http/action-result'
import { FileMappingForm } from './file-mapping-form'
import { TableMappingForm } from './table-mapping-form'

function FirstRows({
  columns,
  rows,
  caption,
}: {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  caption: string
}) {
  const [first, ...rest] = columns.map(
    (header, at): Column<{ cells: readonly string[]; key: string }> => ({
      key: String(at),
      header: header === '' ? '…' : header,
      cell: ({ cells }) => <span className="break-words">{cells[at]}</span>,
    }),
  )
  if (first === undefined) return null
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[first, ...rest]}
      rows={rows.map((cells, index) => ({ cells, key: String(index) }))}
      rowKey={({ key }) => key}
    />
  )
}

function SheetNotice({ file }: { file: FilePreview }) {
  const t = useTranslations('datasets')
  return (
    <>
      {file.sheetGone === null ? null : (
        <Notice
          tone="attention"
          title={t('sheetGone', { name: file.sheetGone })}
          className="mb-6 max-w-measure"
        >
          {t('sheetGoneWhy', { name: file.sheet ?? '' })}
        </Notice>
      )}
      {file.sheets.length === 1 ? (
        <p className="mb-4 break-words">{t('sheetOnly', { name: file.sheet ?? '' })}</p>
      ) : null}
    </>
  )
}

function SheetAndHeaderForm({ file }: { file: FilePreview }) {
  const t = useTranslations('datasets')
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
      {file.sheets.length < 2 ? null : (
        <div className="min-w-0">
          <label htmlFor="werkblad" className="block font-semibold">
            {t('sheet')}
          </label>
          <p id="werkblad-hint" className="text-sm text-muted">
            {t('sheetHint', { count: file.sheets.length })}
          </p>
          <select
            id="werkblad"
            name="blad"
            defaultValue={file.sheet ?? ''}
            aria-describedby="werkblad-hint"
            className="mt-2 block min-h-11 max-w-full rounded-md border border-edge bg-raised px-3"
          >
            {file.sheets.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label htmlFor="kopregel" className="block font-semibold">
          {t('headerRow')}
        </label>
        <input
          id="kopregel"
          name="rij"
          type="number"
          min={1}
          max={100}
          defaultValue={file.headerRow}
          className="mt-2 block min-h-11 w-28 rounded-md border border-edge bg-raised px-3"
        />
      </div>
      <Button type="submit" variant="secondary">
        {t('headerRowShow')}
      </Button>
    </form>
  )
}

function FileRows({ file, label }: { file: FilePreview; label: string }) {
  const t = useTranslations('datasets')
  const header =
    file.rows[0]?.map(
      (_, index) => file.columns.find((column) => column.index === index)?.name ?? '',
    ) ?? file.columns.map(({ name }) => name)
  return (
    <>
      <SheetNotice file={file} />
      <SheetAndHeaderForm file={file} />
      {file.columns.length === 0 ? (
        <Notice tone="attention" title={t('noColumns')}>
          {t('noColumnsWhy')}
        </Notice>
      ) : (
        <FirstRows columns={header} rows={file.rows} caption={t('firstRowsOf', { name: label })} />
      )}
      {file.unnamed > 0 ? (
        <p className="mt-3 text-sm text-muted">{t('unnamed', { count: file.unnamed })}</p>
      ) : null}
      {file.hidden > 0 ? (
        <p className="mt-3 text-sm text-muted">{t('hidden', { count: file.hidden })}</p>
      ) : null}
    </>
  )
}

function TableRows({ table }: { table: TablePreview }) {
  const t = useTranslations('datasets')
  const columns = [...new Set(table.rows.flatMap((row) => Object.keys(row)))]
  return (
    <>
      <p className="mb-4 max-w-measure text-muted">
        {t('tableFacts', {
          table: table.table,
          measures: table.measures.length,
          dimensions: table.dimensions.length,
        })}
      </p>
      <FirstRows
        columns={columns}
        rows={table.rows.map((row) => columns.map((column) => row[column] ?? ''))}
        caption={t('firstRowsOf', { name: table.table })}
      />
    </>
  )
}

function NewIndicator() {
  const t = useTranslations('datasets.indicator')
  return (
    <FieldsForm
      action={createIndicatorAction}
      about={{}}
      summary={t('summary')}
      variant="secondary"
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      stored={{ decimals: '0' }}
      fields={[
        { kind: 'text', name: 'labelNl', label: t('labelNl') },
        { kind: 'text', name: 'labelEn', label: t('labelEn') },
        {
          kind: 'textarea',
          name: 'definitionNl',
          label: t('definitionNl'),
          hint: t('definitionHint'),
        },
        { kind: 'textarea', name: 'definitionEn', label: t('definitionEn') },
        { kind: 'text', name: 'unit', label: t('unit'), hint: t('unitHint') },
        { kind: 'number', name: 'decimals', label: t('decimals'), hint: t('decimalsHint') },
        { kind: 'checkbox', name: 'additive', label: t('additive'), hint: t('additiveHint') },
        { kind: 'checkbox', name: 'unpaidWork', label: t('unpaidWork') },
      ]}
    />
  )
}

interface MappingEditorProps {
  dataset: DatasetRow | null
  sample: SampleView
  indicators: readonly IndicatorChoice[]
  sources: readonly SourceChoice[]
  values: FormValues
}

export function MappingEditor({
  dataset,
  sample,
  indicators,
  sources,
  values,
}: MappingEditorProps) {
  const t = useTranslations('datasets')
  const locale = useLocale()
  const { ui, forms, errors, datasets } = useMessages()
  const options = [
    { value: '', label: t('form.choose') },
    ...indicators.map(({ slug, labelNl, labelEn, unit, decimals }) => ({
      value: slug,
      label: t('indicatorOption', { label: labelIn(locale, { labelNl, labelEn }), unit, decimals }),
    })),
  ]
  const common = {
    sampleId: sample.id,
    version: dataset?.version ?? 0,
    stored: values,
    sources,
    indicators: options,
    hasRollup: (dataset?.rollupIds.length ?? 0) > 0,
  }
  return (
    <NextIntlClientProvider messages={{ ui, forms, errors, datasets }}>
      <Section id="gevonden" title={t('found')} lead={t('foundLead')}>
        {sample.file === null ? null : <FileRows file={sample.file} label={sample.label} />}
        {sample.table === null ? null : <TableRows table={sample.table} />}
      </Section>
      <Section id="indicatoren" title={t('indicator.title')} lead={t('indicator.lead')}>
        <NewIndicator />
      </Section>
      <Section
        id="betekenis"
        title={t('meaning')}
        lead={t(sample.kind === 'file' ? 'meaningFile' : 'meaningTable')}
      >
        {sample.file !== null && sample.file.columns.length > 0 ? (
          <FileMappingForm
            key={`${sample.file.headerRow} ${sample.file.sheet ?? ''}`}
            {...common}
            preview={sample.file}
          />
        ) : null}
        {sample.table === null ? null : <TableMappingForm {...common} table={sample.table} />}
      </Section>
    </NextIntlClientProvider>
  )
}
