import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { repliedEmail } from './rules'

/** Tells the assessor of an answer; several on one day make one message. */
async function tellReplied(
  tx: Transaction,
  { assessmentId, actorId, text }: { assessmentId: string; actorId: string; text: string },
): Promise<void> {
  const { assessorId, initiative } = await tx.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: {
      assessorId: true,
      initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
    },
  })
  if (!initiative.publishedRevision) return
  const { title } = initiative.publishedRevision
  await notifyPeople(
    tx,
    {
      kind: 'reply-added',
      key: `${assessmentId}:${todayInNetherlands(new Date())}`,
      title,
      path: pagePath('/initiatives/[slug]', { slug: initiative.slug }),
      mail: repliedEmail(title, text),
    },
    { people: [assessorId], subjects: [], actorId },
  )
}

export interface ReplyInput extends Sender {
  assessmentId: string
  criterion: string
  organisationId: string
  text: string
  version: number
}

/** Saves the owner's answer as a new version, or 'conflict'. Throws NOT_FOUND for no such score. */
export async function saveReply({
  assessmentId,
  criterion,
  organisationId,
  actorId,
  submission,
  text,
  version,
}: ReplyInput): Promise<number | 'conflict'> {
  try {
    return await once(
      { actorId, submission },
      async (tx) => {
        const score = await tx.assessmentScore.findFirst({
          where: { assessmentId, criterion: { slug: criterion } },
          select: { criterionId: true },
          orderBy: { criterionId: 'asc' },
        })
        if (!score) throw new AppError('NOT_FOUND')
        const { criterionId } = score
        const last = await tx.assessmentReply.findFirst({
          where: { assessmentId, criterionId },
          select: { version: true },
          orderBy: { version: 'desc' },
        })
        if ((last?.version ?? 0) !== version) return 'conflict' as const
        const { id } = await tx.assessmentReply.create({
          data: {
            assessmentId,
            criterionId,
            organisationId,
            authorId: actorId,
            text,
            version: version + 1,
          },
          select: { id: true },
        })
        await tellReplied(tx, { assessmentId, actorId, text })
        await saveAuditEvent(tx, {
          actorId,
          action: 'assessment.reply',
          objectType: 'assessment_reply',
          objectId: id,
          detail: { assessmentId, criterion, version: version + 1 },
        })
        return version + 1
      },
      { refusals: ['conflict'] },
    )
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict'
    throw error
  }
}
