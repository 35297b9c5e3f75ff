import 'server-only'
import type { Client } from 'pg'
import type { ImportTrigger } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { DatasetRow } from '@/lib/figures/datasets/types'
import { allowLong, BULK_TIMEOUT_MS, withBulkClient } from '@/lib/base/db/bulk'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { dropStage, openStage } from '@/lib/figures/statistics/mutations'
import { tidyFigures, writeRollup, writeStage } from '@/lib/figures/statistics/vintages.mutations'
import { type ImportStop, WriteRefused } from '@/lib/figures/statistics/rules'
import { getImport } from './data'
import type { ImportView } from './types'

/** Any fixed number. With the dataset id it excludes a second importer until that one dies. */
export const IMPORT_LOCK = 74_202

export interface Run {
  client: Client
  dataset: DatasetRow
  row: { id: string; stageKey: number }
}

/** Requested, with nothing read yet. */
export const notBegun = {
  status: 'reading',
  requestedAt: { not: null },
  pages: 0,
  isRead: false,
} as const

/** A run in the shape that the readers of a source take. */
export const runOf = ({ client, dataset, row }: Run) => ({
  client,
  datasetId: dataset.id,
  importId: row.id,
  stageKey: row.stageKey,
})

/** Runs with the lock of a dataset. Throws CONFLICT when someone else holds it. */
export async function withDatasetLock<T>(
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

/** Starts the requested run, or a new one. */
export async function startImport(
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

/** Fails a run and drops its staging table. */
export async function failImport(run: Run, error: ImportStop): Promise<void> {
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
 * Writes a checked import as one vintage and drops the staging table. Throws WRONG_STATE when it
 * has ended, INVALID when the source lost more than half of its figures.
 */
export async function saveImport(importId: string, actorId: string | null): Promise<ImportView> {
  await db.$transaction(
    async (tx) => {
      await allowLong(tx)
      const [row] = await tx.$queryRaw<
        { stageKey: number; datasetId: number; isComplete: boolean; isCurrent: boolean }[]
      >`
        SELECT i.stage_key AS "stageKey", i.dataset_id AS "datasetId",
          d.is_complete AS "isComplete", i.mapping_version = d.version AS "isCurrent"
        FROM stat_import i
        JOIN stat_dataset d ON d.id = i.dataset_id
        WHERE i.id = ${importId}::uuid AND i.status IN ('reading', 'checked') AND i.is_read
        FOR UPDATE OF i`
      if (!row) throw new AppError('WRONG_STATE')
      // The mapping may have changed since the rows were read.
      if (!row.isCurrent) throw new WriteRefused('mappingChanged')
      // Serialises the imports of one dataset.
      await tx.$executeRaw`
        SELECT pg_advisory_xact_lock(${IMPORT_LOCK + 1}::int, ${row.datasetId}::int)`
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
  // The figures are in; slower queries must not look like a failed import.
  await tidyFigures(saved).catch((error: unknown) =>
    log.warn({ err: error }, 'the figures could not be tidied'),
  )
  return saved
}

/** An import by its id. Throws NOT_FOUND. */
export async function requireImport(id: string): Promise<ImportView> {
  const found = await getImport(id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/** Cancels an import. Throws WRONG_STATE when it has ended, CONFLICT while it runs. */
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
