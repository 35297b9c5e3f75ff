import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { closeInitiative } from '@/lib/knowledge/closures/mutations'
import type { ChosenKind } from '@/lib/knowledge/closures/rules'
import { publishRevision } from '@/lib/knowledge/revisions/mutations'
import { tellReviewers, untellReviewers } from '@/lib/knowledge/revisions/telling.mutations'
import { listDue } from './data'

const ACTS = { archived: 'archive', withdrawn: 'withdraw' } as const
const KINDS = { archive: 'archived', withdraw: 'withdrawn' } as const

/**
 * Decides that a submitted version is published later, or at another moment than planned. Throws
 * WRONG_STATE when it changed in the meantime.
 */
export async function savePublicationPlan(input: {
  revisionId: string
  version: number
  at: Date
  actorId: string
}): Promise<void> {
  const { revisionId, version, at, actorId } = input
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM initiative_revision WHERE id = ${revisionId}::uuid FOR UPDATE`
    const row = await tx.initiativeRevision.findFirst({
      where: { id: revisionId, version, status: 'submitted', initiative: { closure: null } },
      select: { initiativeId: true },
    })
    if (!row) throw new AppError('WRONG_STATE')
    await tx.initiativeSchedule.upsert({
      where: { revisionId },
      create: {
        ...{ initiativeId: row.initiativeId, act: 'publish', revisionId, at },
        createdById: actorId,
      },
      update: { at, createdById: actorId },
      select: { id: true },
    })
    await untellReviewers(tx, revisionId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.schedule',
      objectType: 'revision',
      objectId: revisionId,
      detail: { at: at.toISOString() },
    })
  })
}

/** Decides that an initiative is archived or withdrawn later. Throws WRONG_STATE when not public. */
export async function saveClosingPlan(input: {
  initiativeId: string
  kind: ChosenKind
  at: Date
  reason: string
  organisationId: string | null
  actorId: string
}): Promise<void> {
  const { initiativeId, kind, at, reason, organisationId, actorId } = input
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM initiative WHERE id = ${initiativeId}::uuid FOR UPDATE`
    const open = await tx.initiative.count({
      where: { id: initiativeId, publishedRevisionId: { not: null } },
    })
    if (open === 0) throw new AppError('WRONG_STATE')
    await tx.initiativeSchedule.deleteMany({ where: { initiativeId, act: { not: 'publish' } } })
    await tx.initiativeSchedule.create({
      data: {
        ...{ initiativeId, act: ACTS[kind], at, reason, organisationId },
        createdById: actorId,
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.schedule',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: { act: ACTS[kind], at: at.toISOString() },
    })
  })
}

/** Takes a plan away; a version then waits for a decision again. Throws WRONG_STATE when it is done. */
export async function cancelPlan(id: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const plan = await takePlan(tx, id)
    if (plan === 'busy') throw new AppError('WRONG_STATE')
    const { initiativeId, revisionId } = plan
    if (revisionId !== null) await tellReviewers(tx, revisionId, actorId)
    await saveAuditEvent(tx, {
      actorId,
      ...(revisionId === null
        ? { action: 'initiative.unschedule', objectType: 'initiative', objectId: initiativeId }
        : { action: 'revision.unschedule', objectType: 'revision', objectId: revisionId }),
    })
  })
}

/** Takes the row away within the transaction; 'busy' when it is gone or someone else has it. */
async function takePlan(tx: Transaction, id: string) {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM initiative_schedule WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED`
  if (locked.length === 0) return 'busy' as const
  return tx.initiativeSchedule.delete({
    where: { id },
    select: {
      act: true,
      reason: true,
      initiativeId: true,
      revisionId: true,
      organisationId: true,
      createdById: true,
      revision: { select: { version: true } },
    },
  })
}

/** Ends the transaction, so that the plan stays for the next run. */
class NotYet extends Error {}

async function runPlan(id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const plan = await takePlan(tx, id)
    if (plan === 'busy') return false
    const { act, initiativeId, revisionId, revision, reason, organisationId, createdById } = plan
    if (act === 'publish') {
      const decided = { revisionId: revisionId ?? '', version: revision?.version ?? 0 }
      await publishRevision({ ...decided, from: 'submitted', actorId: createdById }, tx)
      return true
    }
    const closing = { initiativeId, kind: KINDS[act], reason, organisationId }
    // The editor who planned it hears of it like the others.
    const outcome = await closeInitiative({ ...closing, actorId: null }, tx)
    if (outcome !== 'closed') throw new NotYet()
    return true
  })
}

/**
 * Does what was planned before `now`, each in a transaction of its own: a process that is killed
 * leaves it undone, and two that run at once do it once. What cannot be done stays for the next
 * run. Returns how many were done.
 */
export async function runDuePlans(now: Date): Promise<number> {
  let done = 0
  for (const { id } of await listDue(now)) {
    try {
      if (await runPlan(id)) done += 1
    } catch (error) {
      if (error instanceof NotYet) continue
      if (!(error instanceof AppError) || error.code !== 'WRONG_STATE') throw error
      log.warn({ plan: id }, 'a plan can no longer be done and is dropped')
      await db.initiativeSchedule.deleteMany({ where: { id } })
    }
  }
  return done
}
