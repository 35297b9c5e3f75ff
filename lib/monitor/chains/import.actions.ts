'use server'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidField } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { openSheet, SheetError, takeRows } from '@/lib/base/files/sheets'
import { runForm } from '@/lib/base/http/form-action'
import type { Saved } from '@/lib/base/http/action-result'
import { undoImport } from './import-undo.mutations'
import { importRows } from './import.mutations'
import { readImportSheet, shapeFaults, withCells } from './import-sheet.rules'
import { importSchema, MAX_IMPORT_ROWS, undoImportSchema } from './import.schema'
import type { ImportRow, RowFault } from './types'
import { aboutRegion, requireRegion, type RegionWork } from './loaders'

export interface ImportOutcome {
  rows: ImportRow[]
  faults: RowFault[]
  written: number
  sheet: string | null
  sheets: readonly string[]
  /** Columns that are not read. */
  unknown: readonly { cell: string; header: string }[]
  /** Rows of the example that were left in. */
  examples: number
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
  const { rows, places, faults: inHeader, unknown, examples } = readImportSheet(read.rows)
  if (rows.length > MAX_IMPORT_ROWS) return invalidField('sheet', 'workbookLong', values)
  const outcome = { rows, written: 0, sheet, sheets, unknown, examples }
  if (inHeader.length > 0) return { status: 'ok', data: { ...outcome, faults: inHeader } }
  // An empty sheet still offers the choice of another one.
  if (rows.length === 0) {
    if (sheets.length < 2)
      return invalidField('sheet', examples > 0 ? 'importExamples' : 'workbookEmpty', values)
    const message = examples > 0 ? 'importExamples' : 'workbookEmpty'
    return {
      status: 'ok',
      data: { ...outcome, faults: [{ row: 1, column: 'goal', message }] },
    }
  }
  const found = await importRows({
    regionId,
    rows,
    shape: shapeFaults(rows),
    organisationId,
    dry: true,
    actorId,
  })
  return { status: 'ok', data: { ...outcome, faults: withCells(found, places) } }
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
    const none = { sheet: null, sheets: [], unknown: [], examples: 0 }
    if (faults.length > 0)
      return { status: 'ok', data: { rows: rows.data, faults, written: 0, ...none } }
    invalidateContent()
    return { status: 'ok', data: { rows: [], faults: [], written: rows.data.length, ...none } }
  })
}

export interface ImportUndone {
  /** Titles of what somebody went on with; then nothing was taken back. */
  held: readonly string[]
}

/** Takes back what one import added, unless somebody went on with it. */
export async function undoImportAction(
  _previous: ActionResult<ImportUndone | Saved>,
  form: FormData,
): Promise<ActionResult<ImportUndone | Saved>> {
  return runForm(
    form,
    { ...aboutRegion, schema: undoImportSchema, shows: 'page' },
    async (input, { actor }) => ({
      status: 'ok',
      data: { held: await undoImport({ ...input, actorId: actor.userId }, new Date()) },
    }),
  )
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Only our own page writes this field; the schema refuses anything else.
    return null
  }
}
