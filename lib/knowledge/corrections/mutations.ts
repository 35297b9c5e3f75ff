import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { copyVersion, lockOpenVersion } from '@/lib/knowledge/revisions/copying.mutations'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { publishRevision } from '@/lib/knowledge/revisions/mutations'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { getSeenVersion } from '@/lib/knowledge/revisions/seen.data'
import { getCorrectionFault } from './data'
import { putBackReason, type MoreThanSmall } from './rules'
import { tellCorrected, tellPutBack, untellCorrected } from './telling.mutations'

/** An earlier correction is looked at together with the new one. */
async function untellEarlier(tx: Transaction, initiativeId: string): Promise<void> {
  const earlier = await tx.revisionCorrection.findFirst({
    where: { lookedAt: null, revision: { publishedAs: { id: initiativeId } } },
    select: { revisionId: true },
  })
  if (earlier) await untellCorrected(tx, earlier.revisionId)
}

/**
 * Publishes a small correction before a moderator saw it. Returns why it is none. Throws WRONG_STATE
 * when the draft changed in the meantime.
 */
export async function publishCorrection(input: {
  revisionId: string
  version: number
  changeReason: string
  actorId: string
}): Promise<'published' | MoreThanSmall | 'notAllowed'> {
  const { revisionId, version, changeReason, actorId } = input
  return db.$transaction(async (tx) => {
    const found = await getRevisionDraft(revisionId, tx)
    if (!found) throw new AppError('NOT_FOUND')
    await lockOpenVersion(tx, found.initiativeId)
    const draft = await getRevisionDraft(revisionId, tx)
    if (draft?.version !== version) throw new AppError('WRONG_STATE')
    const fault = await getCorrectionFault(draft, tx)
    if (fault) return fault
    const beforeId = await getSeenVersion(draft.initiativeId, tx)
    if (beforeId === null) throw new AppError('WRONG_STATE')
    const { count } = await tx.initiativeRevision.updateMany({
      where: { id: revisionId, version, status: { in: ['draft', 'returned'] } },
      data: {
        ...{ status: 'submitted', submittedAt: new Date(), changeReason },
        version: version + 1,
      },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await untellEarlier(tx, draft.initiativeId)
    const change = { revisionId, version: version + 1, from: 'submitted', actorId } as const
    await publishRevision(change, tx)
    await tx.revisionCorrection.create({
      data: { revisionId, beforeId },
      select: { revisionId: true },
    })
    await tellCorrected(tx, revisionId, actorId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.correct',
      objectType: 'revision',
      objectId: revisionId,
    })
    return 'published' as const
  })
}

/** Marks a correction as looked at. Throws WRONG_STATE when someone did, or readers see another. */
async function takeCorrection(tx: Transaction, revisionId: string, sentBack: boolean) {
  const revision = await tx.initiativeRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { initiativeId: true, number: true },
  })
  await lockOpenVersion(tx, revision.initiativeId)
  const { count } = await tx.revisionCorrection.updateMany({
    where: { revisionId, lookedAt: null, revision: { publishedAs: { isNot: null } } },
    data: { lookedAt: new Date(), sentBack },
  })
  if (count === 0) throw new AppError('WRONG_STATE')
  await untellCorrected(tx, revisionId)
  return revision
}

/** A moderator agrees with what was published at once. Throws WRONG_STATE when it does not wait. */
export async function approveCorrection(revisionId: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await takeCorrection(tx, revisionId, false)
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.approve',
      objectType: 'revision',
      objectId: revisionId,
    })
  })
}

/** The version before comes after what is being written, so that numbers follow publication. */
async function passOpenVersion(tx: Transaction, initiativeId: string): Promise<void> {
  const open = await lockOpenVersion(tx, initiativeId)
  if (!open) return
  const { _max } = await tx.initiativeRevision.aggregate({
    where: { initiativeId },
    _max: { number: true },
  })
  await tx.initiativeRevision.update({
    where: { id: open.id },
    data: { number: (_max.number ?? 0) + 1 },
    select: { id: true },
  })
}

/**
 * Puts the last version that a moderator saw back as a new one, with the reason for readers, and tells
 * the editors. Throws WRONG_STATE when the correction does not wait.
 */
export async function sendCorrectionBack(input: {
  revisionId: string
  reason: string
  actorId: string
}): Promise<void> {
  const { revisionId, reason, actorId } = input
  await db.$transaction(async (tx) => {
    const { initiativeId } = await takeCorrection(tx, revisionId, true)
    const { before } = await tx.revisionCorrection.findUniqueOrThrow({
      where: { revisionId },
      select: { before: { select: { id: true, number: true } } },
    })
    await tx.initiativeRevision.update({
      where: { id: revisionId },
      data: { status: 'superseded' },
      select: { id: true },
    })
    const now = new Date()
    const decided = { submittedAt: now, decidedAt: now, decidedById: actorId, publishedAt: now }
    const { id } = await copyVersion(tx, {
      sourceId: before.id,
      actorId,
      changes: {
        ...{ status: 'published', ...decided },
        changeReason: putBackReason(before.number, reason),
      },
    })
    await passOpenVersion(tx, initiativeId)
    await tx.initiative.update({
      where: { id: initiativeId },
      data: { publishedRevisionId: id },
      select: { id: true },
    })
    await refreshSearch(tx, [initiativeId])
    await tellPutBack(tx, revisionId, { reason, actorId })
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.putBack',
      objectType: 'revision',
      objectId: revisionId,
      detail: { initiativeId },
    })
  })
}
