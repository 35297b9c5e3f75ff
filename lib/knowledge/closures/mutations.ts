import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { getHindrance } from './data'
import { tellClosed, tellReopened } from './telling.mutations'
import type { ClosingKind, Hindrance } from './types'

export interface Closing {
  initiativeId: string
  kind: ClosingKind
  /** Of a merge. */
  intoId?: string
  reason: string
  /** In whose name; null for the editors of the platform. */
  organisationId: string | null
  /** Null when the schedule does it for someone who left. */
  actorId: string | null
}

const ACTIONS = {
  archived: 'initiative.archive',
  withdrawn: 'initiative.withdraw',
  merged: 'initiative.merge',
} as const satisfies Record<ClosingKind, string>

async function lock(tx: Transaction, initiativeId: string) {
  await tx.$queryRaw`SELECT id FROM initiative WHERE id = ${initiativeId}::uuid FOR UPDATE`
  return tx.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      slug: true,
      organisationId: true,
      publishedRevision: { select: { id: true, title: true } },
      closure: { select: { kind: true, revision: { select: { id: true, title: true } } } },
    },
  })
}

/**
 * Takes an initiative out of the current supply and tells its editors and followers why. Returns
 * what has to end first. Throws WRONG_STATE when it is not public.
 */
export async function closeInitiative(
  input: Closing,
  client?: Transaction,
): Promise<'closed' | Hindrance> {
  const { initiativeId, kind, intoId, reason, organisationId, actorId } = input
  const close = async (tx: Transaction) => {
    const found = await lock(tx, initiativeId)
    if (!found?.publishedRevision) throw new AppError('WRONG_STATE')
    const hindrance = await getHindrance(initiativeId, tx)
    if (hindrance) return hindrance
    const { id: revisionId, title } = found.publishedRevision
    const at = new Date()
    await tx.initiative.update({
      where: { id: initiativeId },
      data: { publishedRevisionId: null },
      select: { id: true },
    })
    await tx.initiativeClosure.create({
      data: {
        initiativeId,
        kind,
        revisionId,
        reason,
        organisationId,
        closedAt: at,
        ...(intoId !== undefined && { intoId }),
      },
      select: { kind: true },
    })
    await tx.initiativeSchedule.deleteMany({ where: { initiativeId, act: { not: 'publish' } } })
    if (kind === 'merged') await tx.initiativeHandover.deleteMany({ where: { initiativeId } })
    await refreshSearch(tx, [initiativeId])
    await tellClosed(tx, {
      ...{ initiativeId, organisationId: found.organisationId, slug: found.slug, title },
      ...{ actorId, kind, reason, at },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: ACTIONS[kind],
      objectType: 'initiative',
      objectId: initiativeId,
      ...(intoId !== undefined && { detail: { intoId } }),
    })
    return 'closed' as const
  }
  return client ? close(client) : db.$transaction(close)
}

/**
 * Makes an archived or withdrawn initiative public again with the version it had. Throws
 * WRONG_STATE when it is not closed, or was merged.
 */
export async function reopenInitiative(input: {
  initiativeId: string
  actorId: string
}): Promise<void> {
  const { initiativeId, actorId } = input
  await db.$transaction(async (tx) => {
    const found = await lock(tx, initiativeId)
    if (!found?.closure || found.closure.kind === 'merged') throw new AppError('WRONG_STATE')
    const { id, title } = found.closure.revision
    await tx.initiativeClosure.delete({ where: { initiativeId }, select: { kind: true } })
    await tx.initiative.update({
      where: { id: initiativeId },
      data: { publishedRevisionId: id },
      select: { id: true },
    })
    await refreshSearch(tx, [initiativeId])
    const about = { initiativeId, organisationId: found.organisationId, slug: found.slug }
    await tellReopened(tx, { ...about, title, actorId, at: new Date() })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.reopen',
      objectType: 'initiative',
      objectId: initiativeId,
    })
  })
}
