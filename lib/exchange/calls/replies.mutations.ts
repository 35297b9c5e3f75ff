import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { queueMail } from '@/lib/people/messages/mutations'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { replyEmail } from './rules'
import { pathOf, peopleWho } from './mutations'

/** Answers an open call: inbox for followers, mail for the poster. WRONG_STATE when closed. */
export async function saveReply(
  input: Sender & {
    callId: string
    organisation: { id: string; name: string }
    initiativeId: string | null
    text: string
  },
): Promise<void> {
  const { callId, organisation, initiativeId, text, actorId, submission } = input
  await once({ actorId, submission }, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${callId}::uuid FOR SHARE`
    const call = await tx.call.findFirst({
      where: { id: callId, status: 'open', hiddenAt: null },
      select: { title: true, slug: true, authorId: true },
      orderBy: { id: 'asc' },
    })
    if (!call) throw new AppError('WRONG_STATE')
    const { id } = await tx.callReply.create({
      data: { callId, organisationId: organisation.id, authorId: actorId, initiativeId, text },
      select: { id: true },
    })
    await notifyPeople(
      tx,
      {
        kind: 'call-replied',
        key: id,
        title: call.title,
        path: `${pathOf(call.slug)}#antwoord-${id}`,
      },
      {
        people: call.authorId === null ? [] : [call.authorId],
        subjects: [{ type: 'call', id: callId }],
        actorId,
        mailed: call.authorId === null ? [] : [call.authorId],
      },
    )
    if (call.authorId !== null && call.authorId !== actorId) {
      await queueMail(tx, {
        recipientId: call.authorId,
        kind: 'question-answered',
        key: `call:${id}`,
        ...replyEmail(call.title, organisation.name, text),
        path: `${pathOf(call.slug)}#antwoord-${id}`,
      })
    }
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.reply',
      objectType: 'call',
      objectId: callId,
      detail: { replyId: id },
    })
  })
}

interface Target {
  callId: string
  replyId: string | null
  actorId: string
}

/** Reports a call or an answer. Idempotent. */
export async function saveReport({
  callId,
  replyId,
  actorId,
  reason,
}: Target & { reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${callId}::uuid FOR NO KEY UPDATE`
    if (
      (await tx.callReport.count({
        where: { callId, replyId, reporterId: actorId, settledAt: null },
      })) > 0
    )
      return
    const { id, call } = await tx.callReport.create({
      data: { callId, replyId, reporterId: actorId, reason },
      select: { id: true, call: { select: { title: true, slug: true } } },
    })
    const moderators = await peopleWho(tx, {
      disabledAt: null,
      platformRoles: { some: { role: 'moderator' } },
    })
    await notifyPeople(
      tx,
      { kind: 'call-reported', key: id, title: call.title, path: pathOf(call.slug) },
      { people: moderators, subjects: [], actorId: null },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.report',
      objectType: 'call',
      objectId: callId,
      detail: { replyId },
    })
  })
}

/** Hides a call or an answer with a reason, or restores it; settles its reports. */
export async function saveHidden({
  callId,
  replyId,
  actorId,
  reason,
}: Target & { reason: string | null }): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { hiddenAt: reason === null ? null : new Date(), hiddenReason: reason }
    const { count } =
      replyId === null
        ? await tx.call.updateMany({ where: { id: callId }, data })
        : await tx.callReply.updateMany({ where: { id: replyId, callId }, data })
    if (count === 0) throw new AppError('NOT_FOUND')
    await tx.callReport.updateMany({
      where: { callId, replyId, settledAt: null },
      data: { settledAt: new Date() },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: reason === null ? 'call.restore' : 'call.hide',
      objectType: 'call',
      objectId: callId,
      detail: { replyId, reason },
    })
  })
}
