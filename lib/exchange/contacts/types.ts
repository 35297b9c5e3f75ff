import type { ActorMembership } from '@/lib/people/accounts/types'
import type { MailStatus } from '@/lib/people/messages/types'
import type { RegionSummary } from '@/lib/base/regions/types'

/** What a message is about: the page where it was written. */
export interface ContactAbout {
  kind: 'initiative' | 'region'
  slug: string
  title: string
}

/** The contact person of a published initiative, for the server alone: the address never goes to a page. */
export interface InitiativeContact {
  about: ContactAbout & { kind: 'initiative'; id: string }
  organisationId: string
  name: string
  address: string
}

/** Someone who can be asked about a region, for the server alone. */
export interface RegionContact {
  about: ContactAbout & { kind: 'region'; id: string }
  id: string
  userId: string
  name: string
  address: string
  role: string
  /** What one can ask them. */
  subjects: string
  isExample: boolean
  version: number
  /** Why they may stand there; read anew each time, because people change work. */
  memberships: ActorMembership[]
  isDisabled: boolean
}

export type ContactTarget = InitiativeContact | RegionContact

/** The contact person of an initiative as a page may know it. `reachable` is false when this person wants no mail from here. */
export interface ContactPerson {
  slug: string
  title: string
  name: string
  reachable: boolean
}

/** Someone who can be asked about a region, as a page may know it. */
export interface RegionContactPerson {
  id: string
  name: string
  role: string
  subjects: string
  organisation: string
  isExample: boolean
  /** The reader themselves. */
  isReader: boolean
}

/** Whom to ask about a region. Who has nobody of its own, is helped by a larger region around it. */
export interface RegionContacts {
  region: Pick<RegionSummary, 'slug' | 'name'>
  people: RegionContactPerson[]
  /** May put themselves forward here. */
  mayJoin: boolean
}

/** Regions with somebody to ask, by name. */
export type RegionDirectory = {
  slug: string
  name: string
  people: Pick<RegionContactPerson, 'id' | 'name' | 'role'>[]
}[]

/** How a message travels: waiting to leave, arrived at the mail server, not deliverable, or nobody knows whether it left. */
export type Delivery = 'pending' | 'sent' | 'failed' | 'doubt'

export interface SentContact {
  id: string
  about: ContactAbout
  name: string
  message: string
  sentAt: Date
  handledAt: Date | null
  delivery: Delivery
}

/** A message as the contact person opens it from the mail or the workspace. */
export interface ReceivedContact {
  id: string
  about: ContactAbout
  sender: string
  organisation: string | null
  /** Where an answer goes, for the contact person who is signed in. */
  replyTo: string | null
  message: string
  sentAt: Date
  handledAt: Date | null
}

/** A message that waits for an answer, with the token that opens it. */
export interface PendingContact {
  id: string
  title: string
  sender: string
  sentAt: Date
  token: string
}

export const DELIVERY: Readonly<Record<MailStatus, Delivery>> = {
  queued: 'pending',
  sending: 'pending',
  sent: 'sent',
  skipped: 'failed',
  refused: 'failed',
  failed: 'failed',
  doubt: 'doubt',
}
