import 'server-only'
import { isAddressWilling } from '@/lib/messages/data'
import { db } from '@/lib/platform/db'
import { readToken, signToken } from '@/lib/platform/signed-token'
import { DELIVERY, type ContactTarget, type ReceivedContact, type SentContact } from './types'

const MAX_SENT = 50
const PURPOSE = 'contact.handled'

/** The contact person of a published initiative, who consented and has an address; null when there is none. Examples have nobody to write to. */
export async function getContactTarget(slug: string): Promise<ContactTarget | null> {
  const row = await db.initiative.findUnique({
    where: { slug }, select: { id: true, isExample: true, organisationId: true, publishedRevision: { select: { title: true, contactName: true, contactEmail: true, contactConsent: true } } },
  })
  const published = row?.publishedRevision
  if (!row || row.isExample || !published?.contactConsent || published.contactName === null || published.contactEmail === null) return null
  return { initiativeId: row.id, slug, title: published.title, organisationId: row.organisationId, name: published.contactName, address: published.contactEmail.toLowerCase() }
}

/** Whether this contact person still takes mail from here. */
export async function isReachable({ address }: ContactTarget): Promise<boolean> {
  return isAddressWilling(address, 'contact-request')
}

const titleOf = (initiative: { slug: string; publishedRevision: { title: string } | null }) => ({ slug: initiative.slug, title: initiative.publishedRevision?.title ?? initiative.slug })
const ABOUT = { id: true, message: true, createdAt: true, handledAt: true, initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } } } as const

/** What this person sent, newest first, with how it went. */
export async function listSentContacts(senderId: string, slug?: string): Promise<SentContact[]> {
  const rows = await db.contactRequest.findMany({
    where: { senderId, ...(slug !== undefined && { initiative: { slug } }) }, select: { ...ABOUT, contactName: true, mail: { select: { status: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MAX_SENT,
  })
  return rows.map(({ initiative, contactName, createdAt, mail, ...row }) => ({ ...row, initiative: titleOf(initiative), name: contactName, sentAt: createdAt, delivery: DELIVERY[mail.status] }))
}

/** What the mail carries so that the contact person can say that it is handled, without an account. */
export const handledToken = (id: string): string => signToken(PURPOSE, id)

/** The message that such a link is about, or null. */
export async function getReceivedContact(token: string): Promise<ReceivedContact | null> {
  const id = readToken(PURPOSE, token)
  if (id === null) return null
  const row = await db.contactRequest.findUnique({ where: { id }, select: { ...ABOUT, sender: { select: { name: true } }, organisation: { select: { name: true } } } })
  if (!row) return null
  const { initiative, sender, organisation, createdAt, ...rest } = row
  return { ...rest, initiative: titleOf(initiative), sender: sender?.name ?? '', organisation: organisation?.name ?? null, sentAt: createdAt }
}
