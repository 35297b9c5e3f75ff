import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { AppError } from '@/lib/base/runtime/errors'
import { tellReviewers, untellReviewers } from '@/lib/knowledge/revisions/telling.mutations'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { getHandoverFault } from './data'
import { tellAnswered, tellOffered, untellOffered } from './telling.mutations'
import type { HandoverFault } from './types'

async function lock(tx: Transaction, initiativeId: string) {
  await tx.$queryRaw`SELECT id FROM initiative WHERE id = ${initiativeId}::uuid FOR UPDATE`
  return tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: {
      slug: true,
      organisationId: true,
      organisation: { select: { name: true } },
      closure: { select: { kind: true } },
      handover: { select: { toId: true, createdAt: true, to: { select: { name: true } } } },
      revisions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
}

/**
 * Offers an initiative to another organisation and asks its editors. Returns why that cannot be now.
 * Throws WRONG_STATE when it is offered already, was merged or is theirs, or they ended.
 */
export async function offerInitiative(
  input: Sender & { initiativeId: string; toId: string; message: string },
): Promise<'offered' | HandoverFault> {
  const { initiativeId, toId, message, actorId, submission } = input
  return once(
    { actorId, submission },
    async (tx) => {
      const found = await lock(tx, initiativeId)
      const open = await tx.organisation.count({ where: { id: toId, endsOn: null } })
      const isTheirs = found.organisationId === toId
      if (found.handover || found.closure?.kind === 'merged' || isTheirs || open === 0)
        throw new AppError('WRONG_STATE')
      const fault = await getHandoverFault({ initiativeId, toId }, tx)
      if (fault) return fault
      const { createdAt: at } = await tx.initiativeHandover.create({
        data: { initiativeId, toId, message, createdById: actorId },
        select: { createdAt: true },
      })
      const title = found.revisions[0]?.title ?? found.slug
      const from = found.organisation.name
      await tellOffered(tx, {
        ...{ initiativeId, title, organisationId: toId, actorId, at, from, message },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'initiative.offer',
        objectType: 'initiative',
        objectId: initiativeId,
        detail: { toId },
      })
      return 'offered' as const
    },
    { refusals: ['round', 'adopted'] },
  )
}

/** Ends the offer within the transaction. Throws WRONG_STATE when there is none to this organisation. */
async function takeOffer(tx: Transaction, initiativeId: string, toId: string) {
  const found = await lock(tx, initiativeId)
  if (found.handover?.toId !== toId) throw new AppError('WRONG_STATE')
  await tx.initiativeHandover.delete({ where: { initiativeId }, select: { toId: true } })
  const at = found.handover.createdAt
  await untellOffered(tx, { initiativeId, at })
  const title = found.revisions[0]?.title ?? found.slug
  return { ...found, title, toName: found.handover.to.name, at }
}

/** Who may decide on a version that waits is asked anew: the new owner works elsewhere. */
async function askReviewersAnew(tx: Transaction, initiativeId: string, actorId: string) {
  const waiting = await tx.initiativeRevision.findFirst({
    where: { initiativeId, status: 'submitted', schedule: { is: null } },
    select: { id: true },
  })
  if (!waiting) return
  await untellReviewers(tx, waiting.id)
  await tellReviewers(tx, waiting.id, actorId)
}

/**
 * Makes the initiative theirs and tells both sides. Returns why that cannot be now. Throws
 * WRONG_STATE when it is not offered to them any more.
 */
export async function acceptHandover(input: {
  initiativeId: string
  toId: string
  actorId: string
}): Promise<'accepted' | HandoverFault> {
  const { initiativeId, toId, actorId } = input
  return db.$transaction(async (tx) => {
    const fault = await getHandoverFault(input, tx)
    if (fault) return fault
    const found = await takeOffer(tx, initiativeId, toId)
    await tx.initiative.update({
      where: { id: initiativeId },
      data: { organisationId: toId },
      select: { id: true },
    })
    await tx.initiativeSchedule.deleteMany({
      where: { initiativeId, organisationId: found.organisationId },
    })
    await refreshSearch(tx, [initiativeId])
    await askReviewersAnew(tx, initiativeId, actorId)
    const { title, slug, at } = found
    const words = `${found.organisation.name} droeg "${title}" over aan ${found.toName}. ${found.toName} schrijft het vanaf nu.`
    const about = { initiativeId, title, slug, actorId, at, words }
    for (const organisationId of [found.organisationId, toId])
      await tellAnswered(tx, { ...about, kind: 'handover-accepted', organisationId })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.handOver',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: { fromId: found.organisationId, toId },
    })
    return 'accepted' as const
  })
}

/** Declines the offer and tells the owner why. Throws WRONG_STATE when it is not offered any more. */
export async function declineHandover(input: {
  initiativeId: string
  toId: string
  reason: string
  actorId: string
}): Promise<void> {
  const { initiativeId, toId, reason, actorId } = input
  await db.$transaction(async (tx) => {
    const { organisationId, title, slug, toName, at } = await takeOffer(tx, initiativeId, toId)
    const words = `${toName} neemt "${title}" niet over.\n\n${reason}`
    const about = { initiativeId, title, slug, actorId, at, words }
    await tellAnswered(tx, { ...about, kind: 'handover-declined', organisationId })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.decline',
      objectType: 'initiative',
      objectId: initiativeId,
    })
  })
}

/** The owner takes the offer back. Throws WRONG_STATE when it was answered. */
export async function cancelHandover(input: {
  initiativeId: string
  toId: string
  actorId: string
}): Promise<void> {
  const { initiativeId, toId, actorId } = input
  await db.$transaction(async (tx) => {
    await takeOffer(tx, initiativeId, toId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.unoffer',
      objectType: 'initiative',
      objectId: initiativeId,
    })
  })
}
