import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { listPlatformIds, listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { dropQueuedMail } from '@/lib/people/messages/mutations'
import { subjectLine } from '@/lib/people/messages/rules'
import { db } from '@/lib/base/db/db'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { answerEmail, questionEmail } from './rules'
import type { PostTarget } from './types'

const TITLE_MAX = 120
const pathOf = (slug: string) => `${pagePath('/initiatives/[slug]', { slug })}#vragen`
export interface Message {
  text: string
  organisation: { id: string; name: string } | null
  actor: { id: string; name: string }
}

const whoOf = ({ organisation, actor }: Message) =>
  organisation === null ? actor.name : `${actor.name} (${organisation.name})`

/** A unique constraint makes a repeat harmless. */
async function ignoreRepeat(body: () => Promise<void>): Promise<void> {
  try {
    await body()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

/** Saves a question; mails and notifies the owner's writers. Idempotent. */
export async function saveQuestion(
  initiative: { id: string; slug: string; title: string; ownerOrganisationId: string },
  message: Message,
): Promise<void> {
  const { text, organisation, actor } = message
  await ignoreRepeat(() =>
    db.$transaction(async (tx) => {
      const { id } = await tx.post.create({
        data: {
          initiativeId: initiative.id,
          text,
          authorId: actor.id,
          organisationId: organisation?.id ?? null,
        },
        select: { id: true },
      })
      const key = `post:${id}`
      const email = questionEmail({ title: initiative.title, who: whoOf(message), text })
      await notifyPeople(
        tx,
        {
          kind: 'question-asked',
          key,
          title: initiative.title,
          path: pathOf(initiative.slug),
          mail: { ...email, key },
        },
        {
          people: await listWriterIds(tx, initiative.ownerOrganisationId),
          subjects: [],
          actorId: actor.id,
        },
      )
      await saveAuditEvent(tx, {
        actorId: actor.id,
        action: 'question.ask',
        objectType: 'post',
        objectId: id,
        detail: { initiativeId: initiative.id },
      })
    }),
  )
}

/** Saves an answer; mails and notifies the asker. WRONG_STATE when the question is hidden. */
export async function saveAnswer(question: PostTarget, message: Message): Promise<void> {
  const { text, organisation, actor } = message
  await ignoreRepeat(() =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM post WHERE id = ${question.questionId}::uuid FOR SHARE`
      if ((await tx.post.count({ where: { id: question.questionId, hiddenAt: null } })) === 0)
        throw new AppError('WRONG_STATE')
      const { id } = await tx.post.create({
        data: {
          initiativeId: question.initiativeId,
          questionId: question.questionId,
          text,
          authorId: actor.id,
          organisationId: organisation?.id ?? null,
        },
        select: { id: true },
      })
      if (question.askerId !== null && question.askerId !== actor.id) {
        const key = `post:${id}`
        await notifyPeople(
          tx,
          {
            kind: 'question-answered',
            key,
            title: question.title,
            path: pathOf(question.slug),
            mail: { ...answerEmail({ title: question.title, who: whoOf(message), text }), key },
          },
          { people: [question.askerId], subjects: [], actorId: actor.id },
        )
      }
      await saveAuditEvent(tx, {
        actorId: actor.id,
        action: 'question.answer',
        objectType: 'post',
        objectId: id,
        detail: { questionId: question.questionId },
      })
    }),
  )
}

/** Accepts an answer, or undoes that. WRONG_STATE when it was hidden meanwhile. */
export async function saveAccepted({
  questionId,
  answerId,
  accept,
  actorId,
}: {
  questionId: string
  answerId: string
  accept: boolean
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      SELECT 1
      FROM post
      WHERE id IN (${questionId}::uuid, ${answerId}::uuid)
      ORDER BY id
      FOR UPDATE`
    if (accept) {
      const sound = await tx.post.count({
        where: { id: answerId, questionId, hiddenAt: null, question: { hiddenAt: null } },
      })
      if (sound === 0) throw new AppError('WRONG_STATE')
    }
    const { count } = await tx.post.updateMany({
      where: { id: questionId, ...(!accept && { acceptedId: answerId }) },
      data: { acceptedId: accept ? answerId : null },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: accept ? 'question.accept' : 'question.unaccept',
        objectType: 'post',
        objectId: questionId,
        detail: { answerId },
      })
  })
}

/** Saves a report, once per person. */
export async function saveReport({
  postId,
  reason,
  actorId,
}: {
  postId: string
  reason: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.postReport.createMany({
      data: [{ postId, reporterId: actorId, reason }],
      skipDuplicates: true,
    })
    if (count === 0) return
    const { text } = await tx.post.findUniqueOrThrow({
      where: { id: postId },
      select: { text: true },
    })
    await notifyPeople(
      tx,
      {
        kind: 'question-reported',
        key: `${postId}:${actorId}`,
        title: subjectLine(text.slice(0, TITLE_MAX)),
        note: reason,
        path: pagePath('/workspace/questions'),
      },
      { people: await listPlatformIds(tx, 'moderator'), subjects: [], actorId },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'question.report',
      objectType: 'post',
      objectId: postId,
    })
  })
}

/** Hides a post, settles its reports and withdraws unsent mail. WRONG_STATE when hidden. */
export async function saveHidden({
  postId,
  reason,
  actorId,
}: {
  postId: string
  reason: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.post.updateMany({
      where: { id: postId, hiddenAt: null },
      data: { hiddenAt: new Date(), hiddenById: actorId, hideReason: reason },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await tx.postReport.updateMany({
      where: { postId, settledAt: null },
      data: { settledAt: new Date() },
    })
    await dropQueuedMail(tx, `post:${postId}`)
    await saveAuditEvent(tx, {
      actorId,
      action: 'question.hide',
      objectType: 'post',
      objectId: postId,
      detail: { reason },
    })
  })
}

/** Restores a hidden post. WRONG_STATE when it is not hidden. */
export async function saveShown({
  postId,
  actorId,
}: {
  postId: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.post.updateMany({
      where: { id: postId, hiddenAt: { not: null } },
      data: { hiddenAt: null, hiddenById: null, hideReason: null },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await saveAuditEvent(tx, {
      actorId,
      action: 'question.restore',
      objectType: 'post',
      objectId: postId,
    })
  })
}

/** Settles the reports of a post without hiding it. */
export async function saveReportsSettled({
  postId,
  actorId,
}: {
  postId: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.postReport.updateMany({
      where: { postId, settledAt: null },
      data: { settledAt: new Date() },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'question.keep',
        objectType: 'post',
        objectId: postId,
      })
  })
}
