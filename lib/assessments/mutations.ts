import 'server-only'
import { saveAuditEvent } from '@/lib/audit/mutations'
import { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { saveMedians } from '@/lib/search/mutations'
import { listMedians } from './data'
import type { AssessmentKind, Constituency, TypedScore } from './types'

export interface AssessmentInput {
  initiativeId: string
  revisionId: string
  kind: AssessmentKind
  round: number
  actorId: string
  organisationId: string
  regionId: string | null
  constituency: Constituency
  scores: readonly TypedScore[]
  /** The version that was read; 0 before the first save. */
  version: number
  /** Hand it in after saving. Every criterion needs a choice and a reason; the database refuses anything less. */
  submit: boolean
}

async function saveScores(tx: Transaction, assessmentId: string, scores: readonly TypedScore[]): Promise<void> {
  const criteria = await tx.criterion.findMany({ select: { id: true, slug: true }, orderBy: { number: 'asc' }, take: 50 })
  const ids = new Map(criteria.map(({ id, slug }) => [slug, id]))
  const rows = scores.map(({ criterion, score, reason }) => {
    const criterionId = ids.get(criterion)
    if (criterionId === undefined) throw new AppError('INVALID', `unknown criterion ${criterion}`)
    return { assessmentId, criterionId, score: score === '' || score === 'cannot' ? null : Number(score), cannotJudge: score === 'cannot', reason }
  })
  await tx.assessmentScore.deleteMany({ where: { assessmentId } })
  await tx.assessmentScore.createMany({ data: rows })
}

/** The row to write to, raised one version; null when someone (the same person in another window) saved in between. */
async function claim(tx: Transaction, input: AssessmentInput): Promise<string | null> {
  const { initiativeId, revisionId, kind, round, actorId, organisationId, regionId, constituency, version } = input
  const existing = await tx.assessment.findUnique({
    where: { initiativeId_assessorId_kind_round: { initiativeId, assessorId: actorId, kind, round } },
    select: { id: true, status: true },
  })
  if (existing?.status === 'submitted') throw new AppError('WRONG_STATE')
  if (!existing) {
    if (version !== 0) return null
    const created = await tx.assessment.create({
      data: { initiativeId, revisionId, kind, round, assessorId: actorId, organisationId, regionId, constituency },
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

const isDuplicate = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/**
 * Saves an assessment and, when asked, hands it in, in one transaction with its audit row. Returns the new version, or
 * 'conflict' when it was saved elsewhere since it was read. Throws WRONG_STATE when it was handed in before, INVALID for an
 * unknown criterion. Two first saves at the same moment give one record: the second is a conflict.
 */
export async function saveAssessment(input: AssessmentInput): Promise<number | 'conflict'> {
  try {
    return await db.$transaction(async (tx) => {
      const id = await claim(tx, input)
      if (id === null) return 'conflict' as const
      await saveScores(tx, id, input.scores)
      if (input.submit) {
        await tx.assessment.update({ where: { id }, data: { status: 'submitted', submittedAt: new Date() }, select: { id: true } })
        await saveMedians(tx, await listMedians([input.initiativeId], tx))
      }
      const detail = { initiativeId: input.initiativeId, kind: input.kind, round: input.round }
      await saveAuditEvent(tx, { actorId: input.actorId, action: input.submit ? 'assessment.submit' : 'assessment.save', objectType: 'assessment', objectId: id, detail })
      return input.version + 1
    })
  } catch (error) {
    if (isDuplicate(error)) return 'conflict'
    throw error
  }
}
