'use client'
import { importChainAction, type ImportOutcome } from '@/lib/monitor/chains/import.actions'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useErrorText, useFieldErrors } from '@/components/base/forms/form-state'
import { controlClass, FieldErrors, fieldId } from '@/components/base/forms/field'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import type { ImportRow, RowFault } from '@/lib/monitor/chains/types'
import type { ActionResult } from '@/lib/base/http/action-result'
import { fill } from './fill'

interface ImportFormProps {
  regionId: string
  columns: Readonly<Record<string, string>>
  labels: { file: string; look: string; reading: string; adding: string; sheet: string }
  texts: {
    faults: string
    ready: string
    done: string
    confirm: string
    fault: string
    faultCell: string
    unknown: string
    examples: string
    sheetRead: string
    sheetOthers: string
  }
}

type Texts = ImportFormProps['texts']

interface SendProps {
  result: ActionResult<ImportOutcome>
  send: (form: FormData) => void
  regionId: string
}

function SheetField({
  sheets,
  chosen,
  label,
}: {
  sheets: readonly string[]
  chosen: string
  label: string
}) {
  return (
    <div>
      <label htmlFor={fieldId('sheetName')} className="block font-semibold">
        {label}
      </label>
      <select
        id={fieldId('sheetName')}
        name="sheetName"
        defaultValue={chosen}
        className={controlClass}
      >
        {sheets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function ReadSheetForm({
  result,
  send,
  regionId,
  labels,
}: SendProps & Pick<ImportFormProps, 'labels'>) {
  const errors = useFieldErrors(result)('sheet')
  const outcome = result.status === 'ok' ? result.data : null
  const sheets = outcome?.sheets ?? []
  return (
    <Form action={send} result={result} noValidate className="space-y-4">
      <FormErrors result={result} labels={{ sheet: labels.file }} />
      <input type="hidden" name="regionId" value={regionId} />
      <label htmlFor={fieldId('sheet')} className="block font-semibold">
        {labels.file}
      </label>
      <FieldErrors name="sheet" errors={errors} />
      <input
        id={fieldId('sheet')}
        name="sheet"
        type="file"
        accept=".xlsx"
        aria-invalid={errors.length > 0 || undefined}
        className={controlClass}
      />
      {sheets.length < 2 ? null : (
        <SheetField sheets={sheets} chosen={outcome?.sheet ?? ''} label={labels.sheet} />
      )}
      <SubmitButton variant="secondary" pending={labels.reading}>
        {labels.look}
      </SubmitButton>
    </Form>
  )
}

function SheetRead({
  sheet,
  sheets,
  texts,
}: {
  sheet: string
  sheets: readonly string[]
  texts: Texts
}) {
  return (
    <p className="break-words">
      {fill(texts.sheetRead, { name: sheet })}
      {sheets.length < 2
        ? null
        : ` ${fill(texts.sheetOthers, { names: sheets.filter((name) => name !== sheet).join(', ') })}`}
    </p>
  )
}

/** What of the sheet is not imported. */
function LeftOut({ outcome, texts }: { outcome: ImportOutcome; texts: Texts }) {
  const { unknown, examples } = outcome
  const names = unknown.map(({ cell, header }) => `${header} (${cell})`).join(', ')
  return (
    <>
      {examples > 0 ? <p>{fill(texts.examples, { count: examples })}</p> : null}
      {unknown.length > 0 ? <p className="break-words">{fill(texts.unknown, { names })}</p> : null}
    </>
  )
}

function FaultsNotice({
  faults,
  columns,
  texts,
}: {
  faults: readonly RowFault[]
  columns: ImportFormProps['columns']
  texts: Texts
}) {
  const say = useErrorText()
  return (
    <Notice tone="error" live title={fill(texts.faults, { count: faults.length })}>
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>
            {fill(fault.cell === undefined ? texts.fault : texts.faultCell, {
              cell: fault.cell ?? '',
              row: fault.row,
              column: columns[fault.column] ?? fault.column,
              message: fill(say(fault.message), { row: fault.other ?? '' }),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Leaves empty cells out of what is sent back. */
const filledIn = (_: string, cell: unknown) => (cell === '' ? undefined : cell)

function AddRowsForm({
  result,
  send,
  regionId,
  rows,
  adding,
  texts,
}: SendProps & { rows: readonly ImportRow[]; adding: string; texts: Texts }) {
  return (
    <Form action={send} result={result} className="space-y-4">
      <Notice tone="info" live title={fill(texts.ready, { count: rows.length })}>
        <ul>
          {rows.slice(0, 20).map((row) => (
            <li key={row.row} className="break-words">
              {[row.goal, row.measure, row.provider, row.indicator].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Notice>
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="rows" value={JSON.stringify(rows, filledIn)} />
      <SubmitButton pending={adding}>{fill(texts.confirm, { count: rows.length })}</SubmitButton>
    </Form>
  )
}

export function ImportForm({ regionId, columns, labels, texts }: ImportFormProps) {
  const [result, send] = useFormAction(importChainAction)
  const outcome = result.status === 'ok' ? result.data : null
  const ready = outcome !== null && outcome.written === 0 && outcome.faults.length === 0
  return (
    <div className="max-w-measure space-y-4">
      <ReadSheetForm result={result} send={send} regionId={regionId} labels={labels} />
      {outcome?.sheet ? (
        <SheetRead sheet={outcome.sheet} sheets={outcome.sheets} texts={texts} />
      ) : null}
      {outcome === null ? null : <LeftOut outcome={outcome} texts={texts} />}
      {outcome !== null && outcome.written > 0 ? (
        <Notice tone="success" live title={fill(texts.done, { count: outcome.written })} />
      ) : null}
      {outcome !== null && outcome.faults.length > 0 ? (
        <FaultsNotice faults={outcome.faults} columns={columns} texts={texts} />
      ) : null}
      {ready ? (
        <AddRowsForm
          result={result}
          send={send}
          regionId={regionId}
          rows={outcome.rows}
          adding={labels.adding}
          texts={texts}
        />
      ) : null}
    </div>
  )
}
