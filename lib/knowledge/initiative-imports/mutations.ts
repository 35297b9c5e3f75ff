import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { requestJob } from '@/lib/base/runtime/job-runner'
import { AppError } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { daysBefore } from '@/lib/base/text/calendar'
import { cellText } from './cells.rules'
import { columnsFor, proposeColumns } from './columns.rules'
import { getContent, getSavedColumns } from './data'
import { getKnown } from './names.data'
import { getStanding } from './standing.data'
import { IMPORT_JOB } from './job.rules'
import { readRows } from './rows.data'
import { MAX_FAULTS, planOf, planText } from './rules'
import type { FileContent, InitiativeImportStatus, Plan, RowFault } from './types'

const CHECK_TIMEOUT = 30_000
/** Where a file can be checked: also after a run that was stopped. */
const CHECKABLE = ['mapping', 'checked', 'failed', 'cancelled'] as const

/** Two tabs and a mistake; the bytes of older files of which nothing was imported go. */
const KEPT_PER_PERSON = 3

async function emptySurplus(tx: Transaction, actorId: string): Promise<void> {
  const surplus = await tx.initiativeImport.findMany({
    where: { createdById: actorId, status: { in: [...CHECKABLE] }, content: { not: null } },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: KEPT_PER_PERSON,
    take: 100,
  })
  const ids = surplus.map(({ id }) => id)
  await tx.initiativeImport.updateMany({ where: { id: { in: ids } }, data: { content: null } })
  await tx.initiativeImportFault.deleteMany({ where: { importId: { in: ids } } })
}

/** Keeps a file that can be read, with a proposal for its columns. Returns its id and that choice. */
export async function saveFile(
  input: Sender & {
    organisationId: string | null
    fileName: string
    content: Buffer<ArrayBuffer>
    headers: readonly string[]
  },
): Promise<{ id: string; columns: string[] }> {
  const { actorId, submission, organisationId, fileName, content } = input
  const headers = [...input.headers]
  const saved = await getSavedColumns(organisationId)
  const columns = proposeColumns(headers, saved, columnsFor(organisationId === null))
  return once({ actorId, submission }, async (tx) => {
    const { id } = await tx.initiativeImport.create({
      data: {
        organisationId,
        createdById: actorId,
        fileName: fileName.slice(0, 200),
        content,
        headers,
        columns,
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiativeImport.create',
      objectType: 'initiative_import',
      objectId: id,
    })
    await emptySurplus(tx, actorId)
    return { id, columns }
  })
}

/** What a stored file would do with these columns. Null when the file is not kept any more. */
export async function makePlan(target: {
  id: string
  organisationId: string | null
  columns: readonly string[]
}): Promise<Plan | null> {
  const content = await getContent(target.id)
  const file = content && (await readRows(content))
  if (file === null || 'problem' in file) return null
  const { columns, organisationId } = target
  const [known, standing] = await Promise.all([
    getKnown(),
    getStanding(organisationId, keysOf(file, columns)),
  ])
  return planOf({ file, columns, known, standing, organisationId }, () => nextTurn())
}

function keysOf({ rows }: FileContent, columns: readonly string[]): string[] {
  const at = columns.indexOf('key')
  if (at < 0) return []
  return [...new Set(rows.map(({ cells }) => cellText(cells[at] ?? '')))].filter(
    (key) => key !== '',
  )
}

export const digestOf = (plan: Plan): string =>
  createHash('sha256').update(planText(plan)).digest('base64url')

/** As one document, because thousands of rows with their values would take seconds. */
async function replaceFaults(tx: Transaction, importId: string, faults: readonly RowFault[]) {
  await tx.initiativeImportFault.deleteMany({ where: { importId } })
  const rows = faults.slice(0, MAX_FAULTS).map((fault, position) => ({ position, ...fault }))
  await tx.$executeRaw`
    INSERT INTO initiative_import_fault (
      id, import_id, position, row_number, "column", value, code, detail
    )
    SELECT gen_random_uuid(), ${importId}::uuid, position, "rowNumber", "column", value, code,
      detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f (
      position int, "rowNumber" int, "column" text, value text, code text, detail jsonb
    )`
}

/**
 * Checks all rows with this choice of columns and stores what is wrong; nothing else is written.
 * Throws WRONG_STATE while it runs or when it is done, NOT_FOUND when the file is gone.
 */
export async function checkImport(
  target: { id: string; organisationId: string | null; columns: readonly string[] },
  actorId: string,
): Promise<Plan> {
  const plan = await makePlan(target)
  if (plan === null) throw new AppError('NOT_FOUND')
  await db.$transaction(
    async (tx) => {
      const { count } = await tx.initiativeImport.updateMany({
        where: { id: target.id, status: { in: [...CHECKABLE] } },
        data: {
          status: 'checked',
          columns: [...target.columns],
          rows: plan.rows,
          added: plan.write.filter(({ draft }) => draft === null).length,
          changed: plan.write.filter(({ draft }) => draft !== null).length,
          unchanged: plan.unchanged,
          faultyRows: plan.faultyRows,
          faults: plan.faults.length,
          plan: digestOf(plan),
          withoutFaulty: false,
          progress: 0,
          attempts: 0,
          problem: null,
          requestedAt: null,
          cancelAskedAt: null,
          finishedAt: null,
        },
      })
      if (count === 0) throw new AppError('WRONG_STATE')
      await replaceFaults(tx, target.id, plan.faults)
      await saveAuditEvent(tx, {
        actorId,
        action: 'initiativeImport.check',
        objectType: 'initiative_import',
        objectId: target.id,
        detail: { rows: plan.rows, faultyRows: plan.faultyRows },
      })
    },
    { timeout: CHECK_TIMEOUT },
  )
  return plan
}

/** A second press finds what the first one did; anything else that is not as expected is refused. */
async function requireStatus(
  tx: Transaction,
  id: string,
  expected: readonly InitiativeImportStatus[],
): Promise<void> {
  const count = await tx.initiativeImport.count({ where: { id, status: { in: [...expected] } } })
  if (count === 0) throw new AppError('WRONG_STATE')
}

/**
 * Asks for the import of a checked file; once, however often it is pressed. With faults only when
 * the faulty rows are left out on purpose. Throws WRONG_STATE when it is not checked or nothing
 * would be written.
 */
export async function requestImport(
  id: string,
  actorId: string,
  withoutFaulty: boolean,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.initiativeImport.updateMany({
      where: {
        id,
        status: 'checked',
        content: { not: null },
        OR: [{ added: { gt: 0 } }, { changed: { gt: 0 } }],
        ...(withoutFaulty ? { faultyRows: { gt: 0 } } : { faultyRows: 0 }),
      },
      data: { status: 'running', withoutFaulty, requestedAt: new Date(), progress: 0 },
    })
    if (count === 0) return requireStatus(tx, id, ['running', 'done'])
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiativeImport.request',
      objectType: 'initiative_import',
      objectId: id,
    })
  })
  // The request is in the table: without the queue it starts a minute later.
  await requestJob(IMPORT_JOB).catch((error: unknown) =>
    log.warn({ err: error }, 'the queue could not be asked'),
  )
}

/** Held by a run for as long as its transaction lasts, in whichever process it is. */
export async function takeRunLock(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`initiative-import ${id}`}, 0)) AS taken`
  return row?.taken ?? false
}

/**
 * Stops an import that waits or runs. One that runs stops at its next step and leaves nothing.
 * Throws WRONG_STATE when it has ended.
 */
export async function cancelImport(id: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const now = new Date()
    const { count } = await tx.initiativeImport.updateMany({
      where: { id, status: 'running' },
      data: { cancelAskedAt: now },
    })
    if (count === 0) return requireStatus(tx, id, ['cancelled'])
    if (await takeRunLock(tx, id))
      await tx.initiativeImport.updateMany({
        where: { id, status: 'running' },
        data: { status: 'cancelled', finishedAt: now, progress: 0 },
      })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiativeImport.cancel',
      objectType: 'initiative_import',
      objectId: id,
    })
  })
}

/** Throws a file away of which nothing was imported. Throws WRONG_STATE for another. */
export async function discardImport(id: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.initiativeImport.updateMany({
      where: { id, status: { in: [...CHECKABLE] } },
      data: { status: 'cancelled', content: null, finishedAt: new Date() },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await tx.initiativeImportFault.deleteMany({ where: { importId: id } })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiativeImport.discard',
      objectType: 'initiative_import',
      objectId: id,
    })
  })
}

/**
 * Deletes the bytes, faults and earlier texts of files of more than `days` ago; what was imported
 * stays, with its keys. Returns how many files.
 */
export async function emptyOldImports(now: Date, days: number): Promise<number> {
  const old = { createdAt: { lt: daysBefore(now, days) }, status: { not: 'running' as const } }
  return db.$transaction(async (tx) => {
    await tx.initiativeImportFault.deleteMany({ where: { import: old } })
    await tx.$executeRaw`
      UPDATE initiative_import_row r
      SET before = NULL
      FROM initiative_import i
      WHERE i.id = r.import_id AND r.before IS NOT NULL
        AND i.created_at < ${daysBefore(now, days)} AND i.status <> 'running'`
    return (
      await tx.initiativeImport.updateMany({
        where: { ...old, content: { not: null } },
        data: { content: null },
      })
    ).count
  })
}
