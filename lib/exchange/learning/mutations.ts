import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { isUniqueViolation } from '@/lib/base/runtime/errors'
import type { LearningStatus } from './types'

export interface SavedQuestion {
  id: string
  regionId: string
  version: number | undefined
  question: string
  why: string
  answerBy: string | null
  status: LearningStatus
  learnt: string
  initiativeIds: readonly string[]
  actorId: string
}

/** Saves a question of this region, or 'conflict'. Idempotent. */
export async function saveQuestion({
  id,
  regionId,
  version,
  initiativeIds,
  actorId,
  answerBy,
  ...texts
}: SavedQuestion): Promise<'conflict' | null> {
  const data = { ...texts, answerBy: fromCalendarDate(answerBy) }
  try {
    return await db.$transaction(async (tx) => {
      if (version === undefined)
        await tx.learningQuestion.create({
          data: { id, regionId, createdById: actorId, ...data },
          select: { id: true },
        })
      else {
        const { count } = await tx.learningQuestion.updateMany({
          where: { id, regionId, version },
          data: { ...data, version: version + 1 },
        })
        if (count === 0) return 'conflict'
      }
      await tx.learningLink.deleteMany({ where: { questionId: id } })
      await tx.learningLink.createMany({
        data: initiativeIds.map((initiativeId, index) => ({
          questionId: id,
          initiativeId,
          position: index + 1,
        })),
      })
      await saveAuditEvent(tx, {
        actorId,
        action: version === undefined ? 'learning.create' : 'learning.save',
        objectType: 'learning_question',
        objectId: id,
        detail: { regionId, status: texts.status },
      })
      return null
    })
  } catch (error) {
    if (version === undefined && isUniqueViolation(error)) return null
    throw error
  }
}
