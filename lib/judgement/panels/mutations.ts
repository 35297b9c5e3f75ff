import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import {
  type CalendarDate,
  fromCalendarDate,
  toCalendarDate,
  todayInNetherlands,
} from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { getStanding } from './data'
import { invite } from './invitations.mutations'
import { CLOSED_ROUND, tellClosed } from './closing.mutations'
import { roundEnd } from './rules'
import { replace } from './replacements.mutations'
import type { PanelTarget, RoundEnd, RoundKind } from './types'

const MAX_JUDGED = 1_000

export interface NewRound extends Sender {
  target: Pick<PanelTarget, 'initiativeId' | 'revisionId' | 'slug' | 'title'>
  kind: RoundKind
  deadline: CalendarDate
  assessorIds: readonly string[]
}

/**
 * Opens the next round in the transaction of the caller and tells its assessors. Throws WRONG_STATE
 * when a round is open, or for a second look without judgements.
 */
export async function openRound(
  tx: Transaction,
  { target, kind, deadline, assessorIds, actorId }: Omit<NewRound, 'submission'>,
): Promise<string> {
  const { initiativeId, revisionId } = target
  const last = await tx.assessmentRound.findFirst({
    where: { initiativeId },
    select: { id: true, number: true, status: true },
    orderBy: { number: 'desc' },
  })
  if (last?.status === 'open') throw new AppError('WRONG_STATE')
  const judged =
    kind === 'fresh' || !last
      ? []
      : await tx.assessment.findMany({
          where: { roundId: last.id, status: 'submitted' },
          select: { assessorId: true },
          orderBy: { id: 'asc' },
          take: MAX_JUDGED,
        })
  const asked = kind === 'fresh' ? assessorIds : judged.map(({ assessorId }) => assessorId)
  if (kind === 'second_look' && asked.length === 0) throw new AppError('WRONG_STATE')
  const { id } = await tx.assessmentRound.create({
    data: {
      initiativeId,
      revisionId,
      kind,
      number: (last?.number ?? 0) + 1,
      deadline: fromCalendarDate(deadline),
      requestedById: actorId,
    },
    select: { id: true },
  })
  await invite(tx, target, { id, deadline, kind }, asked)
  await saveAuditEvent(tx, {
    actorId,
    action: 'round.open',
    objectType: 'assessment_round',
    objectId: id,
    detail: { initiativeId, kind, asked: asked.length },
  })
  return id
}

/** Opens the next round, once for one press. Throws WRONG_STATE as `openRound` does. */
export async function saveRound({ submission, ...round }: NewRound): Promise<string> {
  try {
    return await once({ actorId: round.actorId, submission }, (tx) => openRound(tx, round))
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('WRONG_STATE')
    throw error
  }
}

/** Asks more assessors. Throws WRONG_STATE when the round has ended. */
export async function saveInvitations(
  target: Pick<PanelTarget, 'slug' | 'title'>,
  roundId: string,
  assessorIds: readonly string[],
  { actorId, submission }: Sender,
): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    const round = await lockRound(tx, roundId)
    if (round?.status !== 'open') throw new AppError('WRONG_STATE')
    await invite(
      tx,
      target,
      { id: roundId, deadline: round.deadline, kind: round.kind },
      assessorIds,
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'round.invite',
      objectType: 'assessment_round',
      objectId: roundId,
      detail: { asked: assessorIds.length },
    })
  })
}

interface LockedRound {
  status: 'open' | 'closed'
  kind: RoundKind
  deadline: CalendarDate
}

/** Locks the round. Not the strongest lock: judgements refer to it with a foreign key. */
async function lockRound(tx: Transaction, roundId: string): Promise<LockedRound | null> {
  await tx.$executeRaw`SELECT 1 FROM assessment_round WHERE id = ${roundId}::uuid FOR NO KEY UPDATE`
  const row = await tx.assessmentRound.findUnique({
    where: { id: roundId },
    select: { status: true, kind: true, deadline: true },
  })
  return row && { ...row, deadline: toCalendarDate(row.deadline) }
}

async function endRound(
  tx: Transaction,
  roundId: string,
  reason: RoundEnd,
  actorId: string | null,
): Promise<void> {
  const { submitted } = await getStanding(roundId, tx)
  const round = await tx.assessmentRound.update({
    where: { id: roundId },
    data: { status: 'closed', closedAt: new Date(), closingReason: reason },
    select: CLOSED_ROUND,
  })
  const { initiative } = round
  await tellClosed(tx, { roundId, submitted, actorId, ...round })
  await saveAuditEvent(tx, {
    actorId,
    action: 'round.close',
    objectType: 'assessment_round',
    objectId: roundId,
    detail: { initiativeId: initiative.id, reason, submitted },
  })
}

/** Ends a round that is due on the day of `now`. True for the one caller that ended it. */
export async function closeRoundIfDue(
  tx: Transaction,
  roundId: string,
  now: Date,
  actorId: string | null,
): Promise<boolean> {
  const round = await lockRound(tx, roundId)
  if (round?.status !== 'open') return false
  const reason = roundEnd(await getStanding(roundId, tx), todayInNetherlands(now))
  if (reason === null) return false
  await endRound(tx, roundId, reason, actorId)
  return true
}

/** Ends a round early. Throws WRONG_STATE when it has ended. */
export async function saveRoundEnd(
  tx: Transaction,
  roundId: string,
  actorId: string,
): Promise<void> {
  const round = await lockRound(tx, roundId)
  if (round?.status !== 'open') throw new AppError('WRONG_STATE')
  await endRound(tx, roundId, 'ended', actorId)
}

export interface Answer {
  roundId: string
  assessorId: string
  state: 'accepted' | 'declined' | 'conflict'
  reason: string
}

/**
 * Saves the answer to a request and asks the next assessor in the place of who declines; true when
 * it ended the round. Throws WRONG_STATE when the round has ended or this person submitted.
 */
export async function saveAnswer(
  tx: Transaction,
  { roundId, assessorId, state, reason }: Answer,
  now: Date,
): Promise<boolean> {
  const round = await lockRound(tx, roundId)
  if (round?.status !== 'open') throw new AppError('WRONG_STATE')
  const judged = await tx.assessment.count({ where: { roundId, assessorId, status: 'submitted' } })
  if (judged > 0) throw new AppError('WRONG_STATE')
  const before = await tx.assessmentInvitation.findUnique({
    where: { roundId_assessorId: { roundId, assessorId } },
    select: { state: true },
  })
  const data = { state, reason, answeredAt: now }
  const { id } = await tx.assessmentInvitation.upsert({
    where: { roundId_assessorId: { roundId, assessorId } },
    create: { roundId, assessorId, ...data },
    update: data,
    select: { id: true },
  })
  await saveAuditEvent(tx, {
    actorId: assessorId,
    action: 'round.answer',
    objectType: 'assessment_invitation',
    objectId: id,
    detail: { roundId, state },
  })
  if (await closeRoundIfDue(tx, roundId, now, assessorId)) return true
  const takesPart = before?.state === 'invited' || before?.state === 'accepted'
  if (state !== 'accepted' && takesPart && round.kind === 'fresh')
    await replace(tx, { roundId, invitationId: id, actorId: assessorId, now })
  return false
}

/**
 * Locks the round before a submission, so that no judgement slips in after closing. Throws
 * WRONG_STATE when the round has ended or its deadline passed.
 */
export async function saveTaken(
  tx: Transaction,
  roundId: string,
  assessorId: string,
  now: Date,
): Promise<void> {
  const round = await lockRound(tx, roundId)
  if (round?.status !== 'open' || todayInNetherlands(now) > round.deadline)
    throw new AppError('WRONG_STATE')
  await tx.assessmentInvitation.updateMany({
    where: { roundId, assessorId, state: { in: ['invited', 'declined'] } },
    data: { state: 'accepted', answeredAt: now },
  })
}
