import 'server-only'
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { ImportTrigger } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { readCbsTable } from '@/lib/figures/cbs/data'
import { stageTablePages } from '@/lib/figures/cbs/mutations'
import { measureProblems, observationsAddress } from '@/lib/figures/cbs/rules'
import { cbsMappingSchema } from '@/lib/figures/cbs/schema'
import { getDataset } from '@/lib/figures/datasets/data'
import type { DatasetRow } from '@/lib/figures/datasets/types'
import { stageFile } from '@/lib/figures/figure-files/mutations'
import { fileMappingSchema } from '@/lib/figures/figure-files/schema'
import { allowLong, BULK_TIMEOUT_MS, withBulkClient } from '@/lib/base/db/bulk'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { requestJob } from '@/lib/base/runtime/job-runner'
import { log } from '@/lib/base/runtime/log'
import { RemoteError, type RemoteOptions } from '@/lib/base/files/odata'
import { SheetError } from '@/lib/base/files/sheets'
import {
  compareStage,
  countStaged,
  dropStage,
  openStage,
  tidyFigures,
  writeRollup,
  writeStage,
} from '@/lib/figures/statistics/mutations'
import { ImportStop } from '@/lib/figures/statistics/rules'
import { getImport } from './data'
import { READ_JOB, UNCHANGED } from './rules'
import type { ImportView } from './types'

/** Any fixed number; with the id of the dataset it keeps two readers apart, and a killed one lets go by itself. */
const IMPORT_LOCK = 74_202

/** Most tables in one run; the others wait a minute. */
const MAX_REQUESTED = 20

/** Trouble on the way that may be gone tomorrow. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'refused', 'notJson'])

interface Run {
  client: Client
  dataset: DatasetRow
  row: { id: string; stageKey: number }
}

/** Asked for, and nothing was read yet. */
const notBegun = { status: 'reading', requestedAt: { not: null }, pages: 0, isRead: false } as const

const runOf = ({ client, dataset, row }: Run) => ({
  client,
  datasetId: dataset.id,
  importId: row.id,
  stageKey: row.stageKey,
})

async function withDatasetLock<T>(
  datasetId: number,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return withBulkClient(async (client) => {
    const {
      rows: [lock],
    } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      IMPORT_LOCK,
      datasetId,
    ])
    if (!lock?.taken) throw new AppError('CONFLICT', 'this dataset is being read')
    return work(client)
  })
}

interface Start {
  datasetId: number
  mappingVersion: number
  trigger: ImportTrigger
  actorId: string | null
  label: string
  fingerprint?: string
}

/** Begins the reading that someone asked for, or a new one. */
async function startImport(
  client: Client,
  start: Start,
): Promise<{ id: string; stageKey: number }> {
  const row = await db.$transaction(async (tx) => {
    const asked = await tx.statImport.findFirst({
      where: { ...notBegun, datasetId: start.datasetId },
      select: { id: true },
    })
    const select = { id: true, stageKey: true } as const
    const { label, mappingVersion } = start
    const created = asked
      ? await tx.statImport.update({
          where: asked,
          data: { label, mappingVersion, touchedAt: new Date() },
          select,
        })
      : await tx.statImport.create({ data: start, select })
    await saveAuditEvent(tx, {
      actorId: start.actorId,
      action: 'import.start',
      objectType: 'import',
      objectId: created.id,
      detail: { datasetId: start.datasetId, trigger: start.trigger },
    })
    return created
  })
  await openStage(client, row.stageKey)
  return row
}

async function failImport(run: Run, error: ImportStop): Promise<void> {
  await db.$transaction(async (tx) => {
    await dropStage(tx, run.row.stageKey)
    await tx.statImport.update({
      where: { id: run.row.id },
      data: {
        status: 'failed',
        finishedAt: new Date(),
        requestedAt: null,
        problem: error.problem,
        detail: error.detail.slice(0, 500),
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'import.fail',
      objectType: 'import',
      objectId: run.row.id,
      result: 'refused',
      detail: { problem: error.problem },
    })
  })
}

/**
 * Writes what was checked as one vintage, with the roll-ups of the dataset, and takes the waiting room away. Throws
 * WRONG_STATE when it was written or thrown away before, INVALID when the source lost more than half of its figures.
 */
export async function saveImport(importId: string, actorId: string | null): Promise<ImportView> {
  await db.$transaction(
    async (tx) => {
      await allowLong(tx)
      const [row] = await tx.$queryRaw<
        { stageKey: number; datasetId: number; isComplete: boolean; isCurrent: boolean }[]
      >`
        SELECT i.stage_key AS "stageKey", i.dataset_id AS "datasetId", d.is_complete AS "isComplete", i.mapping_version = d.version AS "isCurrent" FROM stat_import i JOIN stat_dataset d ON d.id = i.dataset_id
        WHERE i.id = ${importId}::uuid AND i.status IN ('reading', 'checked') AND i.is_read FOR UPDATE OF i`
      if (!row) throw new AppError('WRONG_STATE')
      // Someone may have given the columns another meaning since they were read.
      if (!row.isCurrent) throw new AppError('INVALID', 'mappingChanged')
      // Two imports of one dataset are written one after the other.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK + 1}::int, ${row.datasetId}::int)`
      const at = new Date()
      const counts = await writeStage(
        tx,
        { id: row.datasetId, isComplete: row.isComplete },
        row.stageKey,
        at,
      )
      const rollups = await tx.statDataset.findMany({
        where: { baseId: row.datasetId },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: 5,
      })
      if (counts.added + counts.revised + counts.withdrawn > 0)
        for (const { id } of rollups)
          await writeRollup(tx, { id, baseId: row.datasetId }, row.stageKey, at)
      await dropStage(tx, row.stageKey)
      await tx.statImport.update({
        where: { id: importId },
        data: { ...counts, status: 'done', finishedAt: at, requestedAt: null },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'import.save',
        objectType: 'import',
        objectId: importId,
        detail: { ...counts },
      })
    },
    { timeout: BULK_TIMEOUT_MS, maxWait: 10_000 },
  )
  const saved = await requireImport(importId)
  // The figures are in; what is only slower without it must not look like a failed import.
  await tidyFigures(saved).catch((error: unknown) =>
    log.warn({ err: error }, 'the figures could not be tidied'),
  )
  return saved
}

async function requireImport(id: string): Promise<ImportView> {
  const found = await getImport(id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/**
 * Throws away what was checked, and a reading that was cut off or not begun. Throws WRONG_STATE when it was written or
 * thrown away before, CONFLICT when it is being read.
 */
export async function cancelImport(importId: string, actorId: string | null): Promise<void> {
  const { status, dataset } = await requireImport(importId)
  const cancel = () =>
    db.$transaction(async (tx) => {
      const row = await tx.statImport.findUnique({
        where: { id: importId },
        select: { stageKey: true },
      })
      const { count } = await tx.statImport.updateMany({
        where: { id: importId, status },
        data: { status: 'cancelled', finishedAt: new Date(), requestedAt: null },
      })
      if (!row || count === 0) throw new AppError('WRONG_STATE')
      await dropStage(tx, row.stageKey)
      await saveAuditEvent(tx, {
        actorId,
        action: 'import.cancel',
        objectType: 'import',
        objectId: importId,
      })
    })
  if (status === 'checked') await cancel()
  else if (status === 'reading') await withDatasetLock(dataset.id, cancel)
  else throw new AppError('WRONG_STATE')
}

async function finish(run: Run, dryRun: boolean, actorId: string | null): Promise<ImportView> {
  if (dryRun) {
    const counts = await db.$transaction(
      async (tx) => {
        await allowLong(tx)
        return compareStage(run.dataset, run.row.stageKey, tx)
      },
      { timeout: BULK_TIMEOUT_MS, maxWait: 10_000 },
    )
    await db.statImport.update({
      where: { id: run.row.id },
      data: { ...counts, status: 'checked', requestedAt: null },
      select: { id: true },
    })
    return requireImport(run.row.id)
  }
  try {
    return await saveImport(run.row.id, actorId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID')
      await failImport(run, new ImportStop(error.message))
    else if (isDuplicate(error)) await failImport(run, new ImportStop('sameCellTwice'))
    else throw error
    return requireImport(run.row.id)
  }
}

const isDuplicate = (error: unknown) =>
  error instanceof Error && /23505|duplicate key|Unique constraint/.test(error.message)

interface Place {
  row: { id: string; stageKey: number }
  from: string | null
  isRead: boolean
}

/** Goes on with a reading that was cut off, when its source is still the same and its rows still wait. */
async function resume(
  client: Client,
  dataset: DatasetRow,
  isSame: (open: { label: string; fingerprint: string | null }) => boolean,
): Promise<Place | null> {
  const open = await db.statImport.findFirst({
    where: { datasetId: dataset.id, status: 'reading', NOT: notBegun },
    select: {
      id: true,
      stageKey: true,
      label: true,
      fingerprint: true,
      mappingVersion: true,
      nextPage: true,
      pages: true,
      rowsStaged: true,
      isRead: true,
    },
  })
  if (!open) return null
  if (
    isSame(open) &&
    open.mappingVersion === dataset.version &&
    open.pages > 0 &&
    (await countStaged(client, open.stageKey)) === open.rowsStaged
  ) {
    return {
      row: { id: open.id, stageKey: open.stageKey },
      from: open.nextPage,
      isRead: open.isRead,
    }
  }
  await failImport({ client, dataset, row: open }, new ImportStop('cutOff', open.label))
  return null
}

/** Ends what someone asked for and there was nothing to read for. */
async function endUnchanged(datasetId: number, label: string): Promise<'unchanged'> {
  await db.statImport.updateMany({
    where: { ...notBegun, datasetId },
    data: { status: 'done', finishedAt: new Date(), requestedAt: null, label, detail: UNCHANGED },
  })
  return 'unchanged'
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
export async function runImport(
  order: ImportOrder,
  remote: RemoteOptions,
): Promise<ImportView | 'unchanged'> {
  const dataset = await getDataset(order.datasetSlug)
  if (dataset?.kind !== 'cbs_odata') throw new AppError('NOT_FOUND')
  const mapping = cbsMappingSchema.parse(dataset.mapping)
  return withDatasetLock(dataset.id, async (client) => {
    let run: Run | null = null
    try {
      const table = await readCbsTable(mapping, remote)
      const label = `${mapping.table} ${table.modified ?? ''}`.trim()
      const last = await db.statImport.findFirst({
        where: { datasetId: dataset.id, status: 'done' },
        select: { label: true },
        orderBy: { startedAt: 'desc' },
      })
      const open = await resume(client, dataset, (cut) => cut.label === label)
      if (!open && table.modified !== null && last?.label === label)
        return await endUnchanged(dataset.id, label)
      run = {
        client,
        dataset,
        row:
          open?.row ??
          (await startImport(client, {
            datasetId: dataset.id,
            mappingVersion: dataset.version,
            trigger: order.trigger,
            actorId: order.actorId,
            label,
          })),
      }
      const wrong = measureProblems(mapping, table)
      if (wrong !== null) throw new ImportStop(wrong.problem, wrong.detail)
      if (!open?.isRead)
        await stageTablePages(
          runOf(run),
          table,
          mapping,
          open?.from ?? observationsAddress(mapping, remote.base),
          remote,
        )
      return await finish(run, order.dryRun === true, order.actorId)
    } catch (error) {
      const stop =
        error instanceof RemoteError ? new ImportStop(error.problem, error.detail) : error
      if (!(stop instanceof ImportStop)) throw error
      run ??= {
        client,
        dataset,
        row: await startImport(client, {
          datasetId: dataset.id,
          mappingVersion: dataset.version,
          trigger: order.trigger,
          actorId: order.actorId,
          label: mapping.table,
        }),
      }
      // What was read stays: the next run goes on from the last page.
      if (PASSING.has(stop.problem))
        await db.statImport.update({
          where: { id: run.row.id },
          data: { requestedAt: null, detail: `${stop.problem}: ${stop.detail}`.slice(0, 500) },
          select: { id: true },
        })
      else await failImport(run, stop)
      return requireImport(run.row.id)
    }
  })
}

/**
 * Asks to read a table of CBS now, up to the point where someone decides. The reading itself is work of the queue, so that
 * no page waits for it; who asks while it waits gets the same reading. Returns its id. Throws NOT_FOUND for another kind of dataset.
 */
export async function requestImport(datasetSlug: string, actorId: string): Promise<string> {
  const dataset = await getDataset(datasetSlug)
  if (dataset?.kind !== 'cbs_odata') throw new AppError('NOT_FOUND')
  const mapping = cbsMappingSchema.parse(dataset.mapping)
  const id = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK + 2}::int, ${dataset.id}::int)`
    const open = await tx.statImport.findFirst({
      where: { datasetId: dataset.id, status: 'reading' },
      select: { id: true },
      orderBy: { startedAt: 'desc' },
    })
    const at = new Date()
    const asked =
      open ??
      (await tx.statImport.create({
        data: {
          datasetId: dataset.id,
          mappingVersion: dataset.version,
          trigger: 'screen',
          actorId,
          label: mapping.table,
          startedAt: at,
          touchedAt: at,
        },
        select: { id: true },
      }))
    await tx.statImport.updateMany({
      where: { id: asked.id, requestedAt: null },
      data: { requestedAt: at, detail: null },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'import.request',
      objectType: 'import',
      objectId: asked.id,
      detail: { datasetId: dataset.id },
    })
    return asked.id
  })
  // What is asked for stands in the table: a queue that is away only makes it begin a minute later.
  await requestJob(READ_JOB).catch((error: unknown) =>
    log.warn({ err: error }, 'the queue could not be asked'),
  )
  return id
}

/** Reads the tables that someone asked for, the longest waiting first. Returns how many. A table that is being read already is left to who reads it. */
export async function runRequestedImports(remote: RemoteOptions): Promise<number> {
  const asked = await db.statImport.findMany({
    where: { status: 'reading', requestedAt: { not: null } },
    select: { id: true, actorId: true, dataset: { select: { slug: true } } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: MAX_REQUESTED,
  })
  let read = 0
  for (const { id, actorId, dataset } of asked) {
    try {
      await runImport(
        { datasetSlug: dataset.slug, trigger: 'screen', actorId, dryRun: true },
        remote,
      )
      read += 1
    } catch (error) {
      if (error instanceof AppError && error.code === 'CONFLICT') continue
      log.error({ err: error, dataset: dataset.slug }, 'figures could not be read')
      // Not again each minute: someone looks at what is wrong and asks once more.
      await db.statImport.updateMany({
        where: { id, status: 'reading' },
        data: { requestedAt: null, detail: 'fault' },
      })
    }
  }
  return read
}

/**
 * Reads a CSV or XLSX file through the mapping of its dataset and says what writing would do, with what is wrong per row.
 * A reading of the same file that was cut off goes on after its last row. Nothing is written before `saveImport`. Throws NOT_FOUND for another kind of dataset, CONFLICT when it is being read.
 */
export async function checkFile(
  order: ImportOrder & { fileName: string },
  file: Buffer,
): Promise<ImportView> {
  const dataset = await getDataset(order.datasetSlug)
  if (dataset?.kind !== 'file') throw new AppError('NOT_FOUND')
  return withDatasetLock(dataset.id, async (client) => {
    const fingerprint = createHash('sha256').update(file).digest('hex')
    const open = await resume(client, dataset, (cut) => cut.fingerprint === fingerprint)
    const start = {
      datasetId: dataset.id,
      mappingVersion: dataset.version,
      trigger: order.trigger,
      actorId: order.actorId,
      label: order.fileName.slice(0, 200),
      fingerprint,
    }
    const run: Run = { client, dataset, row: open?.row ?? (await startImport(client, start)) }
    try {
      if (!open?.isRead)
        await stageFile(
          runOf(run),
          file,
          fileMappingSchema.parse(dataset.mapping),
          Number(open?.from ?? 0),
        )
      return await finish(run, true, order.actorId)
    } catch (error) {
      const stop = error instanceof SheetError ? new ImportStop(error.problem, error.detail) : error
      if (!(stop instanceof ImportStop)) throw error
      await failImport(run, stop)
      return requireImport(run.row.id)
    }
  })
}
