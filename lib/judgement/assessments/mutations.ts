import 'server-only'
import { saveAuditEvent, saveSittingEvent } from '@/lib/base/audit/mutations'
import { notifyFollowers } from '@/lib/people/follows/mutations'
import { listOverdueRounds } from '@/lib/judgement/panels/data'
import {
  closeRoundIfDue,
  saveAnswer,
  saveRoundEnd,
  saveTaken,
  type Answer,
} from '@/lib/judgement/panels/mutations'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError, isUniqueViolation, sqlStateOf } from '@/lib/base/runtime/errors'
import { createConcurrencyLimit } from '@/lib/base/cache/concurrency-limit'
import { saveMedians } from '@/lib/knowledge/search/mutations'
import { listMedians } from './data'
import type { AssessmentKind, Constituency, TypedScore } from './types'

export interface AssessmentInput {
  initiativeId: string
  revisionId: string
  kind: AssessmentKind
  /** For a self-score the version number it is about. */
  round: number
  roundId: string | null
  actorId: string
  organisationId: string
  regionId: string | null
  constituency: Constituency
  scores: readonly TypedScore[]
  version: number
  /** Submit after saving. The database also requires a choice and reason for every criterion. */
  submit: boolean
}

async function saveScores(
  tx: Transaction,
  assessmentId: string,
  scores: readonly TypedScore[],
): Promise<void> {
  const criteria = await tx.criterion.findMany({
    select: { id: true, slug: true },
    orderBy: { number: 'asc' },
    take: 50,
  })
  const ids = new Map(criteria.map(({ id, slug }) => [slug, id]))
  const rows = scores.map(({ criterion, score, reason }) => {
    const criterionId = ids.get(criterion)
    if (criterionId === undefined) throw new AppError('INVALID', `unknown criterion ${criterion}`)
    return {
      assessmentId,
      criterionId,
      score: score === '' || score === 'cannot' ? null : Number(score),
      cannotJudge: score === 'cannot',
      reason,
    }
  })
  await tx.assessmentScore.deleteMany({ where: { assessmentId } })
  await tx.assessmentScore.createMany({ data: rows })
}

/** The row to write, one version up; null on a concurrent save. */
async function claim(tx: Transaction, input: AssessmentInput): Promise<string | null> {
  const {
    initiativeId,
    revisionId,
    kind,
    round,
    roundId,
    actorId,
    organisationId,
    regionId,
    constituency,
    version,
  } = input
  const existing = await tx.assessment.findUnique({
    where: {
      initiativeId_assessorId_kind_round: { initiativeId, assessorId: actorId, kind, round },
    },
    select: { id: true, status: true },
  })
  if (existing?.status === 'submitted') throw new AppError('WRONG_STATE')
  if (!existing) {
    if (version !== 0) return null
    const created = await tx.assessment.create({
      data: {
        initiativeId,
        revisionId,
        kind,
        round,
        roundId,
        assessorId: actorId,
        organisationId,
        regionId,
        constituency,
      },
      select: { id: true },
    })
    return created.id
  }
  const { count } = await tx.assessment.updateMany({
    where: { id: existing.id, version, status: 'draft' },
    data: { version: version + 1, revisionId, organisationId, regionId, constituency },
  })
  return count === 0 ? null : existing.id
}

/** Queueing on the last evening beats refusing, and leaves readers their connections. */
const limited = createConcurrencyLimit(4)

/** Raised by a database trigger when the round was just ended. */
const ROUND_CLOSED = 'OT002'

/**
 * Saves an assessment and optionally submits it. Returns the new version, or 'conflict'. Throws
 * WRONG_STATE after submitting or the end of the round, INVALID for an unknown criterion.
 */
export async function saveAssessment(input: AssessmentInput): Promise<number | 'conflict'> {
  try {
    return await limited(() =>
      db.$transaction(async (tx) => {
        const id = await claim(tx, input)
        if (id === null) return 'conflict' as const
        await saveScores(tx, id, input.scores)
        if (input.submit) {
          const now = new Date()
          if (input.roundId !== null) await saveTaken(tx, input.roundId, input.actorId, now)
          await tx.assessment.update({
            where: { id },
            data: { status: 'submitted', submittedAt: now },
            select: { id: true },
          })
          if (
            input.roundId !== null &&
            (await closeRoundIfDue(tx, input.roundId, now, input.actorId))
          )
            await refreshMedians(tx, input.roundId)
        }
        if (input.submit && input.kind === 'panel')
          await notifyFollowers(tx, {
            kind: 'assessment-submitted',
            initiativeId: input.initiativeId,
            key: id,
            actorId: input.actorId,
            owners: true,
          })
        const detail = { initiativeId: input.initiativeId, kind: input.kind, round: input.round }
        const event = {
          actorId: input.actorId,
          objectType: 'assessment',
          objectId: id,
          detail,
        } as const
        if (input.submit) await saveAuditEvent(tx, { ...event, action: 'assessment.submit' })
        else await saveSittingEvent(tx, { ...event, action: 'assessment.save' })
        return input.version + 1
      }),
    )
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict'
    if (sqlStateOf(error) === ROUND_CLOSED) throw new AppError('WRONG_STATE')
    throw error
  }
}

/** Scores of an ended round become public and count in the list order. */
async function refreshMedians(tx: Transaction, roundId: string): Promise<void> {
  const { initiativeId } = await tx.assessmentRound.findUniqueOrThrow({
    where: { id: roundId },
    select: { initiativeId: true },
  })
  await saveMedians(tx, await listMedians([initiativeId], tx))
}

/** Saves an answer; the last one ends the round. WRONG_STATE when it ended or was submitted. */
export async function answerInvitation(answer: Answer): Promise<void> {
  await db.$transaction(async (tx) => {
    if (await saveAnswer(tx, answer, new Date())) await refreshMedians(tx, answer.roundId)
  })
}

/** Ends a round before its deadline. Throws WRONG_STATE when it has ended. */
export async function endRoundEarly(roundId: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await saveRoundEnd(tx, roundId, actorId)
    await refreshMedians(tx, roundId)
  })
}

/** Ends every overdue round; safe to run concurrently. Returns how many ended. */
export async function closeDueRounds(now: Date): Promise<number> {
  let closed = 0
  for (const roundId of await listOverdueRounds(todayInNetherlands(now))) {
    const ended = await db.$transaction(async (tx) => {
      const due = await closeRoundIfDue(tx, roundId, now, null)
      if (due) await refreshMedians(tx, roundId)
      return due
    })
    if (ended) closed += 1
  }
  return closed
}
