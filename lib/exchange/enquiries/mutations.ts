import 'server-only'
import { randomUUID } from 'node:crypto'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { listPlatformIds, listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { queueAddressMail } from '@/lib/people/messages/mutations'
import { enquiryToken, getAnswerLine, getEnquiry, isBlocked } from './data'
import {
  confirmEmail,
  confirmEnd,
  confirmState,
  deliverTo,
  enquiryTitle,
  mayReply,
  receivedEmail,
  repliedEmail,
} from './rules'
import type { ConfirmOutcome, EnquiryRow, EnquiryTarget, NewEnquiry } from './types'

const RECEIVED = '/workspace/enquiries/[id]'

/** Saves a message that nobody sees yet. False when the same form was saved before. */
async function savePending(
  tx: Transaction,
  id: string,
  { about, text, ...enquiry }: NewEnquiry,
): Promise<boolean> {
  const { count } = await tx.enquiry.createMany({
    data: [
      {
        id,
        ...enquiry,
        initiativeId: about.kind === 'initiative' ? about.id : null,
        regionId: about.kind === 'region' ? about.id : null,
        expiresAt: confirmEnd(new Date()),
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return false
  await tx.enquiryEntry.create({
    data: { enquiryId: id, fromOutside: true, text },
    select: { id: true },
  })
  await saveAuditEvent(tx, {
    actorId: null,
    action: 'enquiry.create',
    objectType: 'enquiry',
    objectId: id,
    detail: { kind: enquiry.kind, about: about.kind },
  })
  return true
}

/** Saves a message and mails a link to confirm it. A form sent twice is one message. */
export async function saveEnquiry(enquiry: NewEnquiry): Promise<void> {
  const id = randomUUID()
  await db.$transaction(async (tx) => {
    if (!(await savePending(tx, id, enquiry))) return
    await queueAddressMail(tx, {
      address: enquiry.email,
      kind: 'enquiry-confirm',
      key: id,
      ...confirmEmail(enquiry.about),
      path: `${pagePath('/contact/confirm')}?token=${enquiryToken('confirm', id)}`,
    })
  })
}

/** Saves and delivers a message of someone signed in, whose mailbox is proven already. */
export async function sendEnquiry(enquiry: NewEnquiry): Promise<ConfirmOutcome> {
  const fresh = randomUUID()
  const id = await db.$transaction(async (tx) => {
    if (await savePending(tx, fresh, enquiry)) return fresh
    const { submission } = enquiry
    const saved = submission === null ? null : { submission }
    return saved && (await tx.enquiry.findUnique({ where: saved, select: { id: true } }))?.id
  })
  return id ? confirmEnquiry(id) : 'gone'
}

/** Who answers this message now, and what it then says of them. */
async function findDelivery({ about, receiverId }: EnquiryRow) {
  const line = await getAnswerLine(about, receiverId)
  const to = deliverTo(line)
  const { person, organisation, writerIds } = line
  const isPerson = to === 'person' && person !== null
  return {
    to,
    people: isPerson ? [person.id] : writerIds,
    data: {
      organisationId: to === 'administrators' ? null : (organisation?.id ?? null),
      receiverId: isPerson ? person.id : null,
    },
  }
}

const outcomeOf = (row: EnquiryRow | null, now: Date): ConfirmOutcome => {
  if (!row || confirmState(row, now) === 'gone') return 'gone'
  return row.state === 'spam' ? 'blocked' : 'done'
}

/**
 * Delivers a message once, to whoever answers now. 'blocked' when they take nothing more from this
 * address: nobody is told, and the message stands with what they marked as spam.
 */
export async function confirmEnquiry(id: string): Promise<ConfirmOutcome> {
  const before = await getEnquiry(id)
  if (!before) return 'gone'
  const { to, people, data } = await findDelivery(before)
  return db.$transaction(async (tx): Promise<ConfirmOutcome> => {
    const now = new Date()
    const [row] = await tx.enquiry.updateManyAndReturn({
      where: { id, state: 'pending', expiresAt: { gt: now } },
      data: { ...data, state: 'waiting', confirmedAt: now },
      select: { email: true },
    })
    if (!row) return outcomeOf(await getEnquiry(id, tx), now)
    const blocked = await isBlocked(tx, row.email, data.organisationId)
    if (blocked)
      await tx.enquiry.update({ where: { id }, data: { state: 'spam' }, select: { id: true } })
    else await tell(tx, before, people)
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'enquiry.confirm',
      objectType: 'enquiry',
      objectId: id,
      result: blocked ? 'refused' : 'ok',
      detail: { to },
    })
    return blocked ? 'blocked' : 'delivered'
  })
}

/** Tells these people, or the administrators when none of them can sign in any more. */
async function tell(
  tx: Transaction,
  { id, kind, about }: Pick<EnquiryRow, 'id' | 'kind' | 'about'>,
  people: readonly string[],
): Promise<void> {
  const title = enquiryTitle(kind, about)
  const event = {
    kind: 'enquiry-received' as const,
    key: id,
    title,
    path: pagePath(RECEIVED, { id }),
    mail: receivedEmail(title, kind),
  }
  const to = { subjects: [], actorId: null }
  const told = await notifyPeople(tx, event, { people, ...to })
  if (told.length === 0)
    await notifyPeople(tx, event, { people: await listPlatformIds(tx, 'administrator'), ...to })
}

/** Whoever answers now: the person it went to, else the writers, else the administrators. */
async function listAnswerers(
  tx: Transaction,
  { receiverId, organisationId }: EnquiryTarget,
): Promise<string[]> {
  if (receiverId !== null) {
    const where = { id: receiverId, disabledAt: null }
    const works = organisationId !== null && { memberships: { some: { organisationId } } }
    if ((await tx.user.count({ where: { ...where, ...works } })) > 0) return [receiverId]
  }
  const writers = organisationId === null ? [] : await listWriterIds(tx, organisationId)
  return writers.length > 0 ? writers : listPlatformIds(tx, 'administrator')
}

/**
 * Adds the one reply of the writer from outside. 'done' when this text stands there already,
 * 'gone' when the period is over or the message is closed.
 */
export async function saveReply(id: string, text: string): Promise<'saved' | 'done' | 'gone'> {
  return db.$transaction(async (tx) => {
    // Two presses at once wait for each other here.
    await tx.$executeRaw`SELECT FROM enquiry WHERE id = ${id}::uuid FOR UPDATE`
    const row = await getEnquiry(id, tx)
    if (!row) return 'gone'
    const last = row.entries.at(-1)
    if (row.state === 'waiting' && last?.fromOutside === true && last.text === text) return 'done'
    if (!mayReply(row.state, row.entries, new Date())) return 'gone'
    await tx.enquiryEntry.create({
      data: { enquiryId: id, fromOutside: true, text },
      select: { id: true },
    })
    await tx.enquiry.update({ where: { id }, data: { state: 'waiting' }, select: { id: true } })
    const title = enquiryTitle(row.kind, row.about)
    await notifyPeople(
      tx,
      {
        kind: 'enquiry-replied',
        key: id,
        title,
        path: pagePath(RECEIVED, { id }),
        mail: repliedEmail(title),
      },
      { people: await listAnswerers(tx, row), subjects: [], actorId: null },
    )
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'enquiry.reply',
      objectType: 'enquiry',
      objectId: id,
    })
    return 'saved'
  })
}

const DAY_MS = 24 * 60 * 60 * 1_000
const OUTSIDE_KINDS = ['enquiry-confirm', 'enquiry-answered']

/**
 * Deletes messages that were never confirmed in time, and all that was not touched for `days`, with
 * the mail about them and the blocks of that time. Returns how many messages.
 */
export async function deleteOldEnquiries(now: Date, days: number): Promise<number> {
  const before = new Date(now.getTime() - days * DAY_MS)
  return db.$transaction(async (tx) => {
    const { count } = await tx.enquiry.deleteMany({
      where: { OR: [{ state: 'pending', expiresAt: { lt: now } }, { updatedAt: { lt: before } }] },
    })
    await tx.mail.deleteMany({
      where: {
        kind: { in: OUTSIDE_KINDS },
        createdAt: { lt: before },
        status: { notIn: ['queued', 'sending'] },
      },
    })
    await tx.enquiryBlock.deleteMany({ where: { createdAt: { lt: before } } })
    return count
  })
}
