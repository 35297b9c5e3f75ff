import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople, type PeopleEvent } from '@/lib/people/follows/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { joinEmail, joinState, replyEmail } from './rules'
import type { Joining, OverlapAnswer, OverlapOther, OverlapSource } from './types'

/** The page where the owner answers a wish to join. */
export const joiningPath = (id: string): string => pagePath('/workspace/joining/[id]', { id })
const variantPath = ({ slug, draft }: OverlapOther) =>
  draft === null
    ? `${pagePath('/initiatives/[slug]', { slug })}#lijkt-op`
    : pagePath('/workspace/initiatives/[id]', { id: draft.revisionId })

export interface NewChoice extends Sender {
  source: OverlapSource
  other: OverlapOther
  answer: OverlapAnswer
  words: string
}

async function notifyOwners(
  tx: Transaction,
  id: string,
  { source, other, answer, words, actorId }: Omit<NewChoice, 'submission'>,
): Promise<void> {
  if (answer === 'separate') return
  const people = await listWriterIds(tx, other.organisationId)
  const tell = (event: Omit<PeopleEvent, 'key'>) =>
    notifyPeople(tx, { key: id, ...event }, { people, subjects: [], actorId })
  if (answer === 'variant') {
    await tell({
      kind: 'variant-linked',
      title: `${source.title}, ${other.title}`,
      path: variantPath(other),
    })
    return
  }
  const { name } = await tx.user.findUniqueOrThrow({
    where: { id: actorId },
    select: { name: true },
  })
  const email = joinEmail({
    title: other.title,
    organisation: source.organisationName,
    own: source.title,
    words,
    name,
  })
  await tell({
    kind: 'join-asked',
    title: email.subject,
    path: joiningPath(id),
    mail: { ...email, key: `overlap:${id}` },
  })
}

/** Saves a decision about a lookalike and notifies its owner; a wish to join is mailed too. */
export async function saveOverlapChoice({
  source,
  other,
  answer,
  words,
  actorId,
  submission,
}: NewChoice): Promise<string> {
  return once({ actorId, submission }, async (tx) => {
    const { id } = await tx.overlapChoice.create({
      data: {
        initiativeId: source.initiativeId,
        otherId: other.initiativeId,
        answer,
        words,
        actorId,
      },
      select: { id: true },
    })
    await notifyOwners(tx, id, { source, other, answer, words, actorId })
    await saveAuditEvent(tx, {
      actorId,
      action: 'overlap.decide',
      objectType: 'initiative',
      objectId: source.initiativeId,
      detail: { otherId: other.initiativeId, answer },
    })
    return id
  })
}

/** Saves the answer to a wish to join and notifies the asker, while it is pending. */
export async function saveReply({
  joining,
  welcome,
  words,
  actorId,
  submission,
}: Sender & { joining: Joining; welcome: boolean; words: string }): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    // Serialises asking and answering.
    await tx.$queryRaw`
      SELECT id
      FROM initiative
      WHERE id = ${joining.initiativeId}::uuid
      FOR UPDATE`
    const later = await tx.overlapChoice.count({
      where: {
        initiativeId: joining.initiativeId,
        otherId: joining.other.initiativeId,
        createdAt: { gt: joining.askedAt },
      },
    })
    if (joinState({ reply: joining.reply, isLast: later === 0 }) !== 'pending')
      throw new AppError('WRONG_STATE')
    const { count } = await tx.overlapReply.createMany({
      data: [{ choiceId: joining.id, welcome, words, actorId }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    const email = replyEmail({
      title: joining.other.title,
      organisation: joining.ownerOrganisation,
      welcome,
      words,
    })
    await notifyPeople(
      tx,
      {
        kind: 'join-answered',
        key: joining.id,
        title: email.subject,
        path: joiningPath(joining.id),
        mail: { ...email, key: `overlap-reply:${joining.id}` },
      },
      {
        people: await listWriterIds(tx, joining.askerOrganisationId),
        subjects: [],
        actorId,
      },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'overlap.reply',
      objectType: 'initiative',
      objectId: joining.initiativeId,
      detail: { otherId: joining.other.initiativeId, welcome },
    })
  })
}
