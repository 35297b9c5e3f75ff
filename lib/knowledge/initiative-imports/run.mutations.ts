import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { allowLong, BULK_TIMEOUT_MS } from '@/lib/base/db/bulk'
import { db, type Transaction } from '@/lib/base/db/db'
import { log } from '@/lib/base/runtime/log'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { digestOf, makePlan, takeRunLock } from './mutations'
import type { PlannedRow, RunProblem } from './types'
import { readIds, writeRows, type Ids } from './writing.mutations'

const MAX_ATTEMPTS = 3
const ROWS_A_STEP = 50
const MAX_QUEUED = 20

/** Ends the transaction of a run, which then leaves nothing. */
class RunStopped extends Error {
  readonly outcome: 'cancelled' | 'ending' | RunProblem

  constructor(outcome: RunStopped['outcome']) {
    super(outcome)
    this.outcome = outcome
  }
}

interface Order {
  id: string
  organisationId: string | null
  createdById: string | null
  columns: string[]
  plan: string | null
  withoutFaulty: boolean
  attempts: number
}

/** Outside the transaction, so that people see it. Tells whether somebody asked to stop. */
async function saveProgress(id: string, progress: number): Promise<void> {
  const { cancelAskedAt } = await db.initiativeImport.update({
    where: { id },
    data: { progress },
    select: { cancelAskedAt: true },
  })
  if (cancelAskedAt !== null) throw new RunStopped('cancelled')
}

interface Written {
  created: number
  updated: number
}

async function tell(tx: Transaction, order: Order, rows: readonly PlannedRow[], fileName: string) {
  const path = pagePath('/workspace/initiatives/import/[id]', { id: order.id })
  const event = { kind: 'initiatives-imported' as const, key: order.id, title: fileName, path }
  const nobody = { subjects: [], actorId: null }
  if (order.createdById !== null)
    await notifyPeople(tx, event, { ...nobody, people: [order.createdById] })
  // Who writes for an organisation that somebody else imported for finds the drafts among its own.
  if (order.organisationId !== null) return
  const editors = await tx.membership.findMany({
    where: {
      organisationId: { in: [...new Set(rows.map((row) => row.organisationId))] },
      role: { in: ['editor', 'manager'] },
    },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: 5_000,
  })
  await notifyPeople(
    tx,
    { ...event, kind: 'initiatives-brought', path: pagePath('/workspace', {}) },
    { ...nobody, people: editors.map(({ userId }) => userId), actorId: order.createdById },
  )
}

async function finish(tx: Transaction, order: Order, rows: readonly PlannedRow[], done: Written) {
  // The last look at a wish to stop: this row decides which of both came first.
  const { count } = await tx.initiativeImport.updateMany({
    where: { id: order.id, status: 'running', cancelAskedAt: null },
    data: {
      status: 'done',
      finishedAt: new Date(),
      progress: rows.length,
      added: done.created,
      changed: done.updated,
    },
  })
  if (count === 0) throw new RunStopped('cancelled')
  const { fileName } = await tx.initiativeImport.findUniqueOrThrow({
    where: { id: order.id },
    select: { fileName: true },
  })
  await saveAuditEvent(tx, {
    actorId: order.createdById,
    action: 'initiativeImport.save',
    objectType: 'initiative_import',
    objectId: order.id,
    detail: { ...done },
  })
  await tell(tx, order, rows, fileName)
}

async function writeAll(
  order: Order,
  rows: readonly PlannedRow[],
  ids: Ids,
  ending?: AbortSignal,
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      if (!(await takeRunLock(tx, order.id))) return false
      await allowLong(tx)
      const done: Written = { created: 0, updated: 0 }
      for (let at = 0; at < rows.length; at += ROWS_A_STEP) {
        if (ending?.aborted) throw new RunStopped('ending')
        await saveProgress(order.id, at)
        const step = rows.slice(at, at + ROWS_A_STEP)
        const written = await writeRows(tx, step, {
          importId: order.id,
          actorId: order.createdById,
          ids,
        })
        if (written === 'moved') throw new RunStopped('moved')
        done.created += written.created
        done.updated += written.updated
      }
      await finish(tx, order, rows, done)
      return true
    },
    { timeout: BULK_TIMEOUT_MS, maxWait: 10_000 },
  )
}

const endRun = (
  id: string,
  data: Prisma.InitiativeImportUncheckedUpdateManyInput,
): Promise<unknown> =>
  db.initiativeImport.updateMany({
    where: { id, status: 'running' },
    data: { progress: 0, ...data },
  })

async function stop(id: string, { outcome }: RunStopped): Promise<void> {
  const finishedAt = new Date()
  if (outcome === 'ending') await endRun(id, { attempts: { decrement: 1 } })
  else if (outcome === 'cancelled') await endRun(id, { status: 'cancelled', finishedAt })
  else await endRun(id, { status: 'failed', finishedAt, problem: outcome })
}

/**
 * Imports a checked file in one transaction: all its rows or none. The rows are checked again, and
 * the run stops when they would do something else than was shown. Killed, it leaves nothing and
 * starts anew. Returns how many drafts it wrote.
 */
export async function runImport(order: Order, ending?: AbortSignal): Promise<number> {
  const { id } = order
  try {
    if (order.attempts >= MAX_ATTEMPTS) throw new RunStopped('brokenOff')
    await db.initiativeImport.updateMany({
      where: { id, status: 'running' },
      data: { attempts: { increment: 1 } },
    })
    const plan = await makePlan(order)
    if (plan === null) throw new RunStopped('gone')
    const isSame = digestOf(plan) === order.plan
    if (!isSame || (plan.faultyRows > 0 && !order.withoutFaulty)) throw new RunStopped('moved')
    return (await writeAll(order, plan.write, await readIds(), ending)) ? plan.write.length : 0
  } catch (error) {
    if (!(error instanceof RunStopped)) throw error
    await stop(id, error)
    return 0
  }
}

/** Runs the imports that were asked for, oldest first. Returns how many drafts were written. */
export async function runRequestedImports(ending?: AbortSignal): Promise<number> {
  const orders = await db.initiativeImport.findMany({
    where: { status: 'running' },
    select: {
      id: true,
      organisationId: true,
      createdById: true,
      columns: true,
      plan: true,
      withoutFaulty: true,
      attempts: true,
    },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: MAX_QUEUED,
  })
  let written = 0
  for (const order of orders) {
    if (ending?.aborted) break
    try {
      written += await runImport(order, ending)
    } catch (error) {
      // One file that fails does not hold up the others; it is tried again, at most three times.
      log.error({ err: error, import: order.id }, 'initiatives could not be imported')
    }
  }
  return written
}
