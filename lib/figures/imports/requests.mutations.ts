import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { cbsMappingSchema } from '@/lib/figures/cbs/schema'
import { getDataset } from '@/lib/figures/datasets/data'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { requestJob } from '@/lib/base/runtime/job-runner'
import { log } from '@/lib/base/runtime/log'
import type { RemoteOptions } from '@/lib/base/files/odata'
import { READ_JOB } from './rules'
import { IMPORT_LOCK } from './mutations'
import { runImport } from './run.mutations'

const MAX_REQUESTED = 20

/**
 * Requests an import of a CBS table; a second request gets the same id. Throws NOT_FOUND for
 * another kind of dataset.
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
  // The request is in the table: without the queue it starts a minute later.
  await requestJob(READ_JOB).catch((error: unknown) =>
    log.warn({ err: error }, 'the queue could not be asked'),
  )
  return id
}

/** Runs the requested imports, oldest first; returns how many. Skips a table that is being read. */
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
      // No retry each minute: someone looks at the problem and requests it again.
      await db.statImport.updateMany({
        where: { id, status: 'reading' },
        data: { requestedAt: null, detail: 'fault' },
      })
    }
  }
  return read
}
