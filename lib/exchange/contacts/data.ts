import 'server-only'
import { membershipRows, toMembership } from '@/lib/people/accounts/memberships.data'
import { isAddressWilling } from '@/lib/people/messages/data'
import { db } from '@/lib/base/db/db'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { MAX_CONTACTS } from './rules'
import {
  DELIVERY,
  type ContactAbout,
  type ContactTarget,
  type InitiativeContact,
  type ReceivedContact,
  type RegionContact,
  type SentContact,
  type PendingContact,
} from './types'

const MAX_SENT = 50
const MAX_WAITING = 20
/** About 90 regions can have contacts, plus municipalities. */
const MAX_REGIONS = 500
const PURPOSE = 'contact.handled'

/** The contact of a published initiative, with consent; null without one, or for an example. */
export async function getInitiativeContact(slug: string): Promise<InitiativeContact | null> {
  const row = await db.initiative.findUnique({
    where: { slug },
    select: {
      id: true,
      isExample: true,
      organisationId: true,
      publishedRevision: {
        select: { title: true, contactName: true, contactEmail: true, contactConsent: true },
      },
    },
  })
  const published = row?.publishedRevision
  if (
    !row ||
    row.isExample ||
    !published?.contactConsent ||
    published.contactName === null ||
    published.contactEmail === null
  )
    return null
  return {
    about: { kind: 'initiative', id: row.id, slug, title: published.title },
    organisationId: row.organisationId,
    name: published.contactName,
    address: published.contactEmail.toLowerCase(),
  }
}

/** All contacts of these regions, or of any, in order; policy.ts says who still qualifies. */
export async function listRegionContacts(regionIds?: readonly string[]): Promise<RegionContact[]> {
  const rows = await db.regionContact.findMany({
    where: regionIds === undefined ? {} : { regionId: { in: [...regionIds] } },
    select: {
      id: true,
      role: true,
      about: true,
      version: true,
      region: { select: { id: true, slug: true, name: true } },
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          isExample: true,
          disabledAt: true,
          memberships: membershipRows,
        },
      },
    },
    orderBy: [{ regionId: 'asc' }, { position: 'asc' }],
    take: MAX_REGIONS * MAX_CONTACTS,
  })
  return rows.map(({ region, user, about, ...row }) => ({
    ...row,
    about: { kind: 'region', id: region.id, slug: region.slug, title: region.name },
    userId: user.id,
    name: user.name,
    address: user.email,
    subjects: about,
    isExample: user.isExample,
    isDisabled: user.disabledAt !== null,
    memberships: user.memberships.map(toMembership),
  }))
}

/** Whether this contact still accepts mail from here. */
export async function isReachable({ address }: Pick<ContactTarget, 'address'>): Promise<boolean> {
  return isAddressWilling(address, 'contact-request')
}

const SUBJECT = {
  initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
  region: { select: { slug: true, name: true } },
} as const
const CONTENT = { id: true, message: true, createdAt: true, handledAt: true, ...SUBJECT } as const

interface Subject {
  initiative: { slug: string; publishedRevision: { title: string } | null } | null
  region: { slug: string; name: string } | null
}

function aboutOf({ initiative, region }: Subject): ContactAbout {
  if (region) return { kind: 'region', slug: region.slug, title: region.name }
  const slug = initiative?.slug ?? ''
  return { kind: 'initiative', slug, title: initiative?.publishedRevision?.title ?? slug }
}

/** The messages of this person about a subject with their delivery, newest first. */
export async function listSentContacts(
  senderId: string,
  { kind, slug }: Pick<ContactAbout, 'kind' | 'slug'>,
): Promise<SentContact[]> {
  const rows = await db.contactRequest.findMany({
    where: { senderId, [kind]: { slug } },
    select: { ...CONTENT, contactName: true, mail: { select: { status: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_SENT,
  })
  return rows.map(({ id, message, handledAt, contactName, createdAt, mail, ...subject }) => ({
    id,
    message,
    handledAt,
    about: aboutOf(subject),
    name: contactName,
    sentAt: createdAt,
    delivery: DELIVERY[mail.status],
  }))
}

/** The token in the mail, with which a contact marks it as handled without signing in. */
export const handledToken = (id: string): string => signToken(PURPOSE, id)

/** The message of such a token, or null. Only its recipient `readerId` sees the reply address. */
export async function getReceivedContact(
  token: string,
  readerId: string | null = null,
): Promise<ReceivedContact | null> {
  const id = readToken(PURPOSE, token)
  if (id === null) return null
  const row = await db.contactRequest.findUnique({
    where: { id },
    select: {
      ...CONTENT,
      receiverId: true,
      sender: { select: { name: true, email: true } },
      organisation: { select: { name: true } },
    },
  })
  if (!row) return null
  const { sender, organisation, receiverId, message, handledAt, createdAt } = row
  const replyTo = receiverId !== null && receiverId === readerId ? (sender?.email ?? null) : null
  return {
    id,
    message,
    handledAt,
    about: aboutOf(row),
    sender: sender?.name ?? '',
    organisation: organisation?.name ?? null,
    replyTo,
    sentAt: createdAt,
  }
}

/** Unhandled messages to this person as a regional contact, oldest first. */
export async function listPendingContacts(receiverId: string): Promise<PendingContact[]> {
  const rows = await db.contactRequest.findMany({
    where: { receiverId, handledAt: null },
    select: { id: true, createdAt: true, sender: { select: { name: true } }, ...SUBJECT },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_WAITING,
  })
  return rows.map(({ id, createdAt, sender, ...subject }) => ({
    id,
    title: aboutOf(subject).title,
    sender: sender?.name ?? '',
    sentAt: createdAt,
    token: handledToken(id),
  }))
}
