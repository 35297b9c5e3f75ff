'use server'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidField } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { parseDutchNumber } from '@/lib/base/text/number'
import { invalidateContent } from '@/lib/base/cache/cached'
import { openSheet, SheetError, takeRows } from '@/lib/base/files/sheets'
import { cleanText } from '@/lib/base/text/text'
import { importRows } from './import.mutations'
import { IMPORT_COLUMNS, importRowSchema, importSchema, MAX_IMPORT_ROWS } from './schema'
import type { ImportRow, RowFault } from './types'
import { requireRegion, type RegionWork } from './loaders'

export interface ImportOutcome {
  rows: ImportRow[]
  faults: RowFault[]
  written: number
  sheet: string | null
  sheets: readonly string[]
}

async function readSheet(file: File, wanted: string | undefined) {
  try {
    const opened = await openSheet(Buffer.from(await file.arrayBuffer()), wanted)
    return { rows: await takeRows(opened), sheet: opened.sheet, sheets: opened.sheets }
  } catch (error) {
    if (error instanceof SheetError)
      return error.problem === 'sheetMissing' ? 'sheetMissing' : 'workbook'
    throw error
  }
}

const text = (cell: string | undefined) => cleanText(cell ?? '')

function rowOf(cells: readonly string[], row: number): ImportRow {
  const values = IMPORT_COLUMNS.map((_, index) => text(cells[index]))
  const [
    goal = '',
    parent = '',
    description = '',
    measure = '',
    instrument = '',
    responsible = '',
    provider = '',
    fundingType = '',
    amount = '',
    startsOn = '',
    endsOn = '',
  ] = values
  const bare = amount.replace(/^€\s*/, '').replace(/,(00|-)$/, '')
  return {
    row,
    goal,
    parent,
    description,
    measure,
    instrument,
    responsible,
    provider,
    fundingType,
    amount: parseDutchNumber(bare) ?? bare,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
  }
}

/** 31-12-2026 becomes 2026-12-31; anything else stays as typed and fails the schema. */
function dayOf(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed) ?? []
  return day === undefined || month === undefined || year === undefined
    ? typed
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const columns = new Set<string>(IMPORT_COLUMNS)

function faultsOf(rows: readonly ImportRow[]): RowFault[] {
  return rows.flatMap((row) => {
    const parsed = importRowSchema.safeParse(row)
    return parsed.success
      ? []
      : parsed.error.issues.map((issue): RowFault => {
          const name = String(issue.path[0])
          return {
            row: row.row,
            column: columns.has(name) ? (name as keyof ImportRow) : 'goal',
            message: issue.message,
          }
        })
  })
}

async function lookAtSheet(
  file: File,
  { regionId, organisationId, actorId, values }: RegionWork,
): Promise<ActionResult<ImportOutcome>> {
  const read = await readSheet(
    file,
    typeof values.sheetName === 'string' && values.sheetName !== '' ? values.sheetName : undefined,
  )
  if (typeof read === 'string') return invalidField('sheet', read, values)
  const { sheet, sheets } = read
  const rows = read.rows
    .slice(1)
    .map(({ number, cells }) => rowOf(cells, number))
    .filter((row) => Object.values(row).some((cell) => typeof cell === 'string' && cell !== ''))
  if (rows.length > MAX_IMPORT_ROWS) return invalidField('sheet', 'workbookLong', values)
  // An empty sheet still offers the choice of another one.
  if (rows.length === 0 && sheets.length < 2) return invalidField('sheet', 'workbookEmpty', values)
  const faults =
    rows.length === 0
      ? [{ row: 1, column: 'goal' as const, message: 'workbookEmpty' }]
      : await importRows({
          regionId,
          rows,
          shape: faultsOf(rows),
          organisationId,
          dry: true,
          actorId,
        })
  return { status: 'ok', data: { rows, faults, written: 0, sheet, sheets } }
}

/** Previews a sheet; sent with the rows of that preview, it saves them. All or nothing. */
export async function importChainAction(
  _previous: ActionResult<ImportOutcome>,
  form: FormData,
): Promise<ActionResult<ImportOutcome>> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const work = await requireRegion(values)
    const { regionId, organisationId, actorId } = work
    const file = form.get('sheet')
    if (file instanceof File && file.size > 0) return lookAtSheet(file, work)
    if (typeof values.rows !== 'string') return invalidField('sheet', 'workbook', values)
    const rows = importSchema.safeParse(parseJson(values.rows))
    if (!rows.success) throw new AppError('INVALID')
    const faults = await importRows({
      regionId,
      rows: rows.data,
      organisationId,
      dry: false,
      actorId,
      submission,
    })
    const none = { sheet: null, sheets: [] }
    if (faults.length > 0)
      return { status: 'ok', data: { rows: rows.data, faults, written: 0, ...none } }
    invalidateContent()
    return { status: 'ok', data: { rows: [], faults: [], written: rows.data.length, ...none } }
  })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Only our own page writes this field; the schema refuses anything else.
    return null
  }
}
