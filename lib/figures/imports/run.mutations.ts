import 'server-only'
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { ImportTrigger } from '@/generated/prisma/enums'
import { readCbsTable } from '@/lib/figures/cbs/data'
import { stageTablePages } from '@/lib/figures/cbs/mutations'
import { measureProblems, observationsAddress } from '@/lib/figures/cbs/rules'
import { cbsMappingSchema } from '@/lib/figures/cbs/schema'
import { getDataset } from '@/lib/figures/datasets/data'
import type { DatasetRow } from '@/lib/figures/datasets/types'
import { stageFile } from '@/lib/figures/figure-files/mutations'
import { fileMappingSchema } from '@/lib/figures/figure-files/schema'
import { allowLong, BULK_TIMEOUT_MS } from '@/lib/base/db/bulk'
import { db } from '@/lib/base/db/db'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { RemoteError, type RemoteOptions } from '@/lib/base/files/odata'
import { SheetError } from '@/lib/base/files/sheets'
import { countStaged } from '@/lib/figures/statistics/mutations'
import { compareStage } from '@/lib/figures/statistics/vintages.mutations'
import { ImportStop, WriteRefused } from '@/lib/figures/statistics/rules'
import { UNCHANGED } from './rules'
import type { ImportView } from './types'
import {
  failImport,
  notBegun,
  runOf,
  requireImport,
  type Run,
  saveImport,
  startImport,
  withDatasetLock,
} from './mutations'

const PASSING: ReadonlySet<string> = new Set(['unreachable', 'refused', 'notJson'])

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
    if (error instanceof WriteRefused) await failImport(run, new ImportStop(error.problem))
    else if (isUniqueViolation(error)) await failImport(run, new ImportStop('sameCellTwice'))
    else throw error
    return requireImport(run.row.id)
  }
}

interface Place {
  row: { id: string; stageKey: number }
  from: string | null
  isRead: boolean
}

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

/** The code of an external failure; anything else is a bug and is thrown. */
function stopOf(error: unknown): ImportStop {
  if (error instanceof RemoteError || error instanceof SheetError)
    return new ImportStop(error.problem, error.detail)
  if (error instanceof ImportStop) return error
  throw error
}

/** Staged rows stay: the next run resumes at the last page. */
async function stopReading(run: Run, stop: ImportStop): Promise<ImportView> {
  if (PASSING.has(stop.problem))
    await db.statImport.update({
      where: { id: run.row.id },
      data: { requestedAt: null, detail: `${stop.problem}: ${stop.detail}`.slice(0, 500) },
      select: { id: true },
    })
  else await failImport(run, stop)
  return requireImport(run.row.id)
}

async function wasRead(datasetId: number, label: string): Promise<boolean> {
  const last = await db.statImport.findFirst({
    where: { datasetId, status: 'done' },
    select: { label: true },
    orderBy: { startedAt: 'desc' },
  })
  return last?.label === label
}

/**
 * Imports a CBS table; resumes a killed run. Returns 'unchanged' when the table is. Throws
 * NOT_FOUND for another kind of dataset, CONFLICT while it is being read.
 */
export async function runImport(
  order: ImportOrder,
  remote: RemoteOptions,
): Promise<ImportView | 'unchanged'> {
  const dataset = await getDataset(order.datasetSlug)
  if (dataset?.kind !== 'cbs_odata') throw new AppError('NOT_FOUND')
  const mapping = cbsMappingSchema.parse(dataset.mapping)
  const { trigger, actorId } = order
  return withDatasetLock(dataset.id, async (client) => {
    const begin = async (label: string, open: Place | null = null): Promise<Run> => {
      const { id: datasetId, version: mappingVersion } = dataset
      const start = { datasetId, mappingVersion, trigger, actorId, label }
      return { client, dataset, row: open?.row ?? (await startImport(client, start)) }
    }
    let run: Run | null = null
    try {
      const table = await readCbsTable(mapping, remote)
      const label = `${mapping.table} ${table.modified ?? ''}`.trim()
      const isUnchanged = table.modified !== null && (await wasRead(dataset.id, label))
      const open = await resume(client, dataset, (cut) => cut.label === label)
      if (!open && isUnchanged) return await endUnchanged(dataset.id, label)
      run = await begin(label, open)
      const wrong = measureProblems(mapping, table)
      if (wrong !== null) throw new ImportStop(wrong.problem, wrong.detail)
      if (!open?.isRead) {
        const from = open?.from ?? observationsAddress(mapping, remote.base)
        await stageTablePages(runOf(run), table, mapping, from, remote)
      }
      return await finish(run, order.dryRun === true, actorId)
    } catch (error) {
      const stop = stopOf(error)
      return stopReading(run ?? (await begin(mapping.table)), stop)
    }
  })
}

/**
 * Stages a file, or resumes it, and reports what writing would do. Throws NOT_FOUND for another
 * kind of dataset, CONFLICT while it is being read.
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
      await failImport(run, stopOf(error))
      return requireImport(run.row.id)
    }
  })
}
