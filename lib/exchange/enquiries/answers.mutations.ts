import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { forgetTold } from '@/lib/people/follows/mutations'
import { queueAddressMail, queueMail } from '@/lib/people/messages/mutations'
import { addressDigest, enquiryToken, getEnquiry } from './data'
import {
  answeredEmail,
  closedEmail,
  aboutPath,
  enquiryTitle,
  mayAnswer,
  mayReply,
  outcomeWords,
} from './rules'
import type { EnquiryOutcome, EnquiryState } from './types'

interface OutsideMail {
  key: string
  subject: string
  text: string
  path: string
}

/** To the writer from outside; example accounts get no mail. */
async function mailWriter(tx: Transaction, id: string, mail: OutsideMail): Promise<void> {
  const { email } = await tx.enquiry.findUniqueOrThrow({ where: { id }, select: { email: true } })
  const example = await tx.user.findUnique({
    where: { email, isExample: true },
    select: { id: true },
  })
  const kind = 'enquiry-answered'
  if (example) await queueMail(tx, { recipientId: example.id, kind, ...mail })
  else await queueAddressMail(tx, { address: email, kind, ...mail })
}

/** Locks a message, so that two acts on it follow each other. */
async function lock(tx: Transaction, id: string) {
  await tx.$executeRaw`SELECT FROM enquiry WHERE id = ${id}::uuid FOR UPDATE`
  return getEnquiry(id, tx)
}

export interface NewAnswer {
  id: string
  text: string
  /** What became of a reported mistake. */
  outcome: EnquiryOutcome | null
  actor: { id: string; name: string }
}

/**
 * Saves an answer and mails it with the name and organisation of whoever answers. False when the
 * message was closed meanwhile or has all answers that fit.
 */
export async function saveAnswer(
  sender: Sender,
  { id, text, outcome, actor }: NewAnswer,
): Promise<boolean> {
  const outcomeOf = await once(
    sender,
    async (tx) => {
      const row = await lock(tx, id)
      if (!row || !mayAnswer(row.state, row.entries)) return 'closed'
      const onBehalfOf = row.organisation ?? ''
      const words = outcome === null ? text : `${outcomeWords(outcome)}\n\n${text}`
      const entry = await tx.enquiryEntry.create({
        data: { enquiryId: id, fromOutside: false, authorId: actor.id, onBehalfOf, text: words },
        select: { id: true, createdAt: true },
      })
      await tx.enquiry.update({
        where: { id },
        data: { state: 'answered', ...(outcome !== null && { outcome }) },
        select: { id: true },
      })
      const said = [...row.entries, { fromOutside: false, createdAt: entry.createdAt }]
      await mailWriter(tx, id, {
        key: entry.id,
        ...answeredEmail(
          { title: enquiryTitle(row.kind, row.about), author: actor.name, onBehalfOf, text: words },
          mayReply('answered', said, entry.createdAt),
        ),
        path: `${pagePath('/contact/thread')}?token=${enquiryToken('thread', id)}`,
      })
      await forget(tx, id)
      await saveAuditEvent(tx, {
        actorId: actor.id,
        action: 'enquiry.answer',
        objectType: 'enquiry',
        objectId: id,
        ...(outcome !== null && { detail: { outcome } }),
      })
      return 'saved'
    },
    { refusals: ['closed'] },
  )
  return outcomeOf === 'saved'
}

/** Takes the mail back that has not left: what it asked is done. */
async function forget(tx: Transaction, id: string): Promise<void> {
  await tx.mail.updateMany({
    where: {
      kind: 'enquiry-received',
      status: 'queued',
      key: { in: [`enquiry-received:${id}`, `enquiry-replied:${id}`] },
    },
    data: { status: 'skipped' },
  })
}

interface Act {
  id: string
  actorId: string
}

async function setState(
  tx: Transaction,
  { id, actorId }: Act,
  change: { from: EnquiryState[]; to: EnquiryState; verb: 'close' | 'spam' | 'restore' },
): Promise<boolean> {
  const { count } = await tx.enquiry.updateMany({
    where: { id, state: { in: change.from } },
    data: { state: change.to },
  })
  if (count === 0) return false
  await saveAuditEvent(tx, {
    actorId,
    action: `enquiry.${change.verb}`,
    objectType: 'enquiry',
    objectId: id,
  })
  return true
}

/** Closes a message; whoever got no answer is told. False when it was closed already. */
export async function closeEnquiry(act: Act): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const row = await lock(tx, act.id)
    const change = { from: ['waiting', 'answered'] as EnquiryState[], to: 'closed' as const }
    if (!row || !(await setState(tx, act, { ...change, verb: 'close' }))) return false
    await forget(tx, act.id)
    if (row.entries.every(({ fromOutside }) => fromOutside))
      await mailWriter(tx, act.id, {
        key: `closed ${act.id}`,
        ...closedEmail(enquiryTitle(row.kind, row.about)),
        path: row.about.kind === 'site' ? pagePath('/contact') : aboutPath(row.about),
      })
    return true
  })
}

/**
 * Marks a message as spam or abuse: nothing more comes from this address to those who answer it,
 * and its writer is told nothing. False when it was closed already.
 */
export async function markSpam(act: Act): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const change = { from: ['waiting', 'answered'] as EnquiryState[], to: 'spam' as const }
    if (!(await setState(tx, act, { ...change, verb: 'spam' }))) return false
    const { email, organisationId } = await tx.enquiry.findUniqueOrThrow({
      where: { id: act.id },
      select: { email: true, organisationId: true },
    })
    await tx.enquiryBlock.createMany({
      data: [{ digest: addressDigest(email), organisationId }],
      skipDuplicates: true,
    })
    await forgetTold(tx, 'enquiry-received', act.id)
    await forgetTold(tx, 'enquiry-replied', act.id)
    await forget(tx, act.id)
    return true
  })
}

/** Takes "spam" back: the address may write again, and the message waits. */
export async function restoreEnquiry(act: Act): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const change = { from: ['spam'] as EnquiryState[], to: 'waiting' as const }
    if (!(await setState(tx, act, { ...change, verb: 'restore' }))) return false
    const { email, organisationId } = await tx.enquiry.findUniqueOrThrow({
      where: { id: act.id },
      select: { email: true, organisationId: true },
    })
    await tx.enquiryBlock.deleteMany({ where: { digest: addressDigest(email), organisationId } })
    return true
  })
}
