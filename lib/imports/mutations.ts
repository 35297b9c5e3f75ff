import 'server-only'
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Prisma } from '@/generated/prisma/client'
import type { ImportTrigger } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/audit/mutations'
import { readCbsTable } from '@/lib/cbs/data'
import { measureProblems, observationsAddress, toFigure } from '@/lib/cbs/rules'
import { cbsMappingSchema, observationSchema, type CbsMapping } from '@/lib/cbs/schema'
import type { CbsTable } from '@/lib/cbs/types'
import { BULK_TIMEOUT_MS, inBulkTransaction, withBulkClient } from '@/lib/platform/bulk'
import { db, type Transaction } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { fetchPages, RemoteError, type RemoteOptions } from '@/lib/platform/odata'
import { readSheetRows, SheetError } from '@/lib/platform/sheets'
import { compareStage, countStaged, dropStage, openStage, SeriesBook, stageFigures, writeRollup, writeStage } from '@/lib/statistics/mutations'
import { withAttribute } from '@/lib/statistics/rules'
import type { StagedFigure } from '@/lib/statistics/types'
import { getDataset, getIndicatorIds, getImport, getRegionNames, ISSUE_LIMIT } from './data'
import { findColumns, readRow } from './rules'
import { fileMappingSchema, type DatasetInput } from './schema'
import type { DatasetRow, ImportIssueView, ImportView } from './types'

/** Any fixed number; with the id of the dataset it keeps two readers apart, and a killed one lets go by itself. */
const IMPORT_LOCK = 74_202
const STOP_AFTER_ISSUES = ISSUE_LIMIT
const FIGURES_PER_STEP = 20_000

/** Trouble on the way that may be gone tomorrow. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'refused', 'notJson'])

/** Why an import stopped, for the one who reads the screen. */
class ImportStop extends Error {
  readonly problem: string
  readonly detail: string

  constructor(problem: string, detail = '') {
    super(problem)
    this.problem = problem
    this.detail = detail
  }
}

interface Run {
  client: Client
  dataset: DatasetRow
  row: { id: string; stageKey: number }
}

async function withDatasetLock<T>(datasetId: number, work: (client: Client) => Promise<T>): Promise<T> {
  return withBulkClient(async (client) => {
    const { rows: [lock] } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [IMPORT_LOCK, datasetId])
    if (!lock?.taken) throw new AppError('CONFLICT', 'this dataset is being read')
    return work(client)
  })
}

interface Start {
  datasetId: number
  trigger: ImportTrigger
  actorId: string | null
  label: string
  fingerprint?: string
}

async function startImport(client: Client, start: Start): Promise<{ id: string; stageKey: number }> {
  const row = await db.$transaction(async (tx) => {
    const created = await tx.statImport.create({ data: start, select: { id: true, stageKey: true } })
    await saveAuditEvent(tx, { actorId: start.actorId, action: 'import.start', objectType: 'import', objectId: created.id, detail: { datasetId: start.datasetId, trigger: start.trigger } })
    return created
  })
  await openStage(client, row.stageKey)
  return row
}

async function saveIssues(client: Client, importId: string, issues: readonly ImportIssueView[]): Promise<void> {
  const kept = issues.slice(0, STOP_AFTER_ISSUES)
  await client.query(
    `INSERT INTO import_issue (import_id, position, row_number, "column", code, text)
     SELECT $1, n, r, c, k, t FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[]) u (n, r, c, k, t) ON CONFLICT DO NOTHING`,
    [importId, kept.map((_, index) => index + 1), kept.map((issue) => issue.rowNumber), kept.map((issue) => issue.column), kept.map((issue) => issue.code), kept.map((issue) => issue.text)],
  )
}

async function failImport(run: Run, error: ImportStop): Promise<void> {
  await db.$transaction(async (tx) => {
    await dropStage(tx, run.row.stageKey)
    await tx.statImport.update({ where: { id: run.row.id }, data: { status: 'failed', finishedAt: new Date(), problem: error.problem, detail: error.detail.slice(0, 500) }, select: { id: true } })
    await saveAuditEvent(tx, { actorId: null, action: 'import.fail', objectType: 'import', objectId: run.row.id, result: 'refused', detail: { problem: error.problem } })
  })
}

/**
 * Writes what was checked as one vintage, with the roll-ups of the dataset, and takes the waiting room away. Throws
 * WRONG_STATE when it was written or thrown away before, INVALID when the source lost more than half of its figures.
 */
export async function saveImport(importId: string, actorId: string | null): Promise<ImportView> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(BULK_TIMEOUT_MS)}, true), set_config('idle_in_transaction_session_timeout', ${String(BULK_TIMEOUT_MS)}, true)`
      const [row] = await tx.$queryRaw<{ stageKey: number; datasetId: number; isComplete: boolean }[]>`
        SELECT i.stage_key AS "stageKey", i.dataset_id AS "datasetId", d.is_complete AS "isComplete" FROM stat_import i JOIN stat_dataset d ON d.id = i.dataset_id
        WHERE i.id = ${importId}::uuid AND i.status IN ('reading', 'checked') AND i.is_read FOR UPDATE OF i`
      if (!row) throw new AppError('WRONG_STATE')
      // Two imports of one dataset are written one after the other.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK + 1}::int, ${row.datasetId}::int)`
      const at = new Date()
      const counts = await writeStage(tx, { id: row.datasetId, isComplete: row.isComplete }, row.stageKey, at)
      const rollups = await tx.statDataset.findMany({ where: { baseId: row.datasetId }, select: { id: true }, orderBy: { id: 'asc' }, take: 5 })
      if (counts.added + counts.revised + counts.withdrawn > 0) for (const { id } of rollups) await writeRollup(tx, { id, baseId: row.datasetId }, row.stageKey, at)
      await dropStage(tx, row.stageKey)
      await tx.statImport.update({ where: { id: importId }, data: { ...counts, status: 'done', finishedAt: at }, select: { id: true } })
      await saveAuditEvent(tx, { actorId, action: 'import.save', objectType: 'import', objectId: importId, detail: { ...counts } })
    },
    { timeout: BULK_TIMEOUT_MS, maxWait: 10_000 },
  )
  return requireImport(importId)
}

async function requireImport(id: string): Promise<ImportView> {
  const found = await getImport(id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/** Throws away what was checked. Throws WRONG_STATE when it was written or thrown away before. */
export async function cancelImport(importId: string, actorId: string | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.statImport.findUnique({ where: { id: importId }, select: { stageKey: true } })
    const { count } = await tx.statImport.updateMany({ where: { id: importId, status: 'checked' }, data: { status: 'cancelled', finishedAt: new Date() } })
    if (!row || count === 0) throw new AppError('WRONG_STATE')
    await dropStage(tx, row.stageKey)
    await saveAuditEvent(tx, { actorId, action: 'import.cancel', objectType: 'import', objectId: importId })
  })
}

async function finish(run: Run, dryRun: boolean, actorId: string | null): Promise<ImportView> {
  if (dryRun) {
    const counts = await compareStage(run.dataset, run.row.stageKey)
    await db.statImport.update({ where: { id: run.row.id }, data: { ...counts, status: 'checked' }, select: { id: true } })
    return requireImport(run.row.id)
  }
  try {
    return await saveImport(run.row.id, actorId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID') await failImport(run, new ImportStop(error.message))
    else if (isDuplicate(error)) await failImport(run, new ImportStop('sameCellTwice'))
    else throw error
    return requireImport(run.row.id)
  }
}

const isDuplicate = (error: unknown) => error instanceof Error && /23505|duplicate key|Unique constraint/.test(error.message)

/** Goes on with a reading that was cut off, when the table is still the same and its rows still wait. */
async function resume(client: Client, dataset: DatasetRow, label: string): Promise<{ row: { id: string; stageKey: number }; from: string | null; pages: number; isRead: boolean } | null> {
  const open = await db.statImport.findFirst({
    where: { datasetId: dataset.id, status: 'reading' }, select: { id: true, stageKey: true, label: true, nextPage: true, pages: true, rowsStaged: true, isRead: true },
  })
  if (!open) return null
  if (open.label === label && open.pages > 0 && (await countStaged(client, open.stageKey)) === open.rowsStaged) {
    return { row: { id: open.id, stageKey: open.stageKey }, from: open.nextPage, pages: open.pages, isRead: open.isRead }
  }
  await failImport({ client, dataset, row: open }, new ImportStop('cutOff', open.label))
  return null
}

async function stageCbsPages(run: Run, table: CbsTable, mapping: CbsMapping, from: string, remote: RemoteOptions): Promise<void> {
  const book = new SeriesBook(run.client, run.dataset.id)
  const [names, indicators] = await Promise.all([getRegionNames(), getIndicatorIds(Object.values(mapping.measures).map(({ indicator }) => indicator))])
  for await (const page of fetchPages(from, observationSchema, remote)) {
    const figures: StagedFigure[] = page.rows.flatMap((row) => toFigure(row, { mapping, table, regions: names.byCode, indicators }) ?? [])
    await inBulkTransaction(run.client, async () => {
      await stageFigures(run.client, run.row.stageKey, book, figures)
      // In the transaction of the rows: a killed import has both this page and this line, or neither.
      await run.client.query(
        `UPDATE stat_import SET next_page = $2, pages = pages + 1, is_read = $2::text IS NULL, touched_at = now(), rows_read = rows_read + $3, rows_staged = rows_staged + $4, rows_skipped = rows_skipped + $5 WHERE id = $1`,
        [run.row.id, page.next, page.rows.length, figures.length, page.rows.length - figures.length],
      )
    })
  }
}

export interface ImportOrder {
  datasetSlug: string
  trigger: ImportTrigger
  actorId: string | null
  dryRun?: boolean
}

/**
 * Reads a table of CBS and writes what changed. Goes on where a killed reading stopped. Returns 'unchanged' when the
 * table was not changed since. Throws NOT_FOUND for another kind of dataset, CONFLICT when it is being read.
 */
export async function runImport(order: ImportOrder, remote: RemoteOptions): Promise<ImportView | 'unchanged'> {
  const dataset = await getDataset(order.datasetSlug)
  if (dataset?.kind !== 'cbs_odata') throw new AppError('NOT_FOUND')
  const mapping = cbsMappingSchema.parse(dataset.mapping)
  return withDatasetLock(dataset.id, async (client) => {
    let run: Run | null = null
    try {
      const table = await readCbsTable(mapping, remote)
      const label = `${mapping.table} ${table.modified ?? ''}`.trim()
      const last = await db.statImport.findFirst({ where: { datasetId: dataset.id, status: 'done' }, select: { label: true }, orderBy: { startedAt: 'desc' } })
      const open = await resume(client, dataset, label)
      if (!open && table.modified !== null && last?.label === label) return 'unchanged'
      run = { client, dataset, row: open?.row ?? (await startImport(client, { datasetId: dataset.id, trigger: order.trigger, actorId: order.actorId, label })) }
      const wrong = measureProblems(mapping, table)
      if (wrong !== null) throw new ImportStop(wrong.problem, wrong.detail)
      if (!open?.isRead) await stageCbsPages(run, table, mapping, open?.from ?? observationsAddress(mapping, remote.base), remote)
      return await finish(run, order.dryRun === true, order.actorId)
    } catch (error) {
      const stop = error instanceof RemoteError ? new ImportStop(error.problem, error.detail) : error
      if (!(stop instanceof ImportStop)) throw error
      run ??= { client, dataset, row: await startImport(client, { datasetId: dataset.id, trigger: order.trigger, actorId: order.actorId, label: mapping.table }) }
      // What was read stays: the next run goes on from the last page.
      if (PASSING.has(stop.problem)) await db.statImport.update({ where: { id: run.row.id }, data: { detail: `${stop.problem}: ${stop.detail}`.slice(0, 500) }, select: { id: true } })
      else await failImport(run, stop)
      return requireImport(run.row.id)
    }
  })
}

async function stageFile(run: Run, file: Buffer): Promise<void> {
  const mapping = fileMappingSchema.parse(run.dataset.mapping)
  const rows = await readSheetRows(file)
  const [names, indicators] = await Promise.all([getRegionNames(), getIndicatorIds(mapping.values.map(({ indicator }) => indicator))])
  const unknown = mapping.values.find(({ indicator }) => !indicators.has(indicator))
  if (unknown) throw new ImportStop('indicatorUnknown', unknown.indicator)
  const { at, missing, twice } = findColumns(rows[mapping.headerRow - 1]?.cells ?? [], mapping)
  if (missing.length > 0) throw new ImportStop('columnMissing', missing.join(', '))
  if (twice.length > 0) throw new ImportStop('columnTwice', twice.join(', '))
  const book = new SeriesBook(run.client, run.dataset.id)
  const seen = new Set<string>()
  const issues: ImportIssueView[] = []
  const counts = { read: 0, staged: 0, skipped: 0 }
  let waiting: StagedFigure[] = []
  const flush = async () => {
    await inBulkTransaction(run.client, () => stageFigures(run.client, run.row.stageKey, book, waiting))
    counts.staged += waiting.length
    waiting = []
  }
  for (const row of rows.slice(mapping.headerRow)) {
    const found = readRow(row, at, mapping, names)
    counts.read += found.figures.length + found.issues.length > 0 ? 1 : 0
    const keys = found.figures.map((figure) => `${figure.indicator}|${figure.regionId}|${figure.period}|${figure.breakdown}`)
    if (keys.some((key) => seen.has(key))) found.issues.push({ rowNumber: row.number, column: null, code: 'sameCellTwice', text: '' })
    if (found.issues.length > 0) {
      counts.skipped += 1
      if (issues.length < STOP_AFTER_ISSUES) issues.push(...found.issues)
      continue
    }
    for (const key of keys) seen.add(key)
    for (const { indicator, value, attribute, ...figure } of found.figures) {
      const indicatorId = indicators.get(indicator)
      if (indicatorId !== undefined) waiting.push({ ...figure, indicatorId, ...withAttribute(value, attribute, null) })
    }
    if (waiting.length >= FIGURES_PER_STEP) await flush()
  }
  await flush()
  if (counts.read === 0) throw new ImportStop('empty')
  await saveIssues(run.client, run.row.id, issues)
  await run.client.query('UPDATE stat_import SET is_read = true, rows_read = $2, rows_staged = $3, rows_skipped = $4 WHERE id = $1', [run.row.id, counts.read, counts.staged, counts.skipped])
}

/**
 * Reads a CSV or XLSX file through the mapping of its dataset and says what writing would do, with what is wrong per row.
 * Nothing is written before `saveImport`. Throws NOT_FOUND for another kind of dataset, CONFLICT when it is being read.
 */
export async function checkFile(order: ImportOrder & { fileName: string }, file: Buffer): Promise<ImportView> {
  const dataset = await getDataset(order.datasetSlug)
  if (dataset?.kind !== 'file') throw new AppError('NOT_FOUND')
  return withDatasetLock(dataset.id, async (client) => {
    await resume(client, dataset, '')
    const fingerprint = createHash('sha256').update(file).digest('hex')
    const start = { datasetId: dataset.id, trigger: order.trigger, actorId: order.actorId, label: order.fileName.slice(0, 200), fingerprint }
    const run: Run = { client, dataset, row: await startImport(client, start) }
    try {
      await stageFile(run, file)
      return await finish(run, true, order.actorId)
    } catch (error) {
      const stop = error instanceof SheetError ? new ImportStop(error.problem) : error
      if (!(stop instanceof ImportStop)) throw error
      await failImport(run, stop)
      return requireImport(run.row.id)
    }
  })
}

/** Makes or changes a dataset with its mapping, and its roll-up when asked. Throws INVALID for an unknown source. */
export async function saveDataset(input: DatasetInput, actorId: string | null): Promise<number> {
  return db.$transaction(async (tx: Transaction) => {
    const source = await tx.statisticalSource.findUnique({ where: { slug: input.source }, select: { id: true } })
    if (!source) throw new AppError('INVALID', `unknown source ${input.source}`)
    const data = { title: input.title, kind: input.kind, sourceId: source.id, isComplete: input.isComplete, mapping: input.mapping as Prisma.InputJsonObject }
    const { id } = await tx.statDataset.upsert({ where: { slug: input.slug }, create: { slug: input.slug, ...data }, update: { ...data, version: { increment: 1 } }, select: { id: true } })
    const rollup = { title: input.title, kind: 'rollup' as const, sourceId: source.id, baseId: id, isComplete: true, mapping: {} }
    if (input.rollup) await tx.statDataset.upsert({ where: { slug: `${input.slug}-opgeteld` }, create: { slug: `${input.slug}-opgeteld`, ...rollup }, update: { title: input.title }, select: { id: true } })
    await saveAuditEvent(tx, { actorId, action: 'dataset.save', objectType: 'dataset', objectId: null, detail: { datasetId: id } })
    return id
  })
}
