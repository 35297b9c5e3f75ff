import type { ActorMembership } from '@/lib/people/accounts/types'
import type { MailStatus } from '@/lib/people/messages/types'
import type { RegionSummary } from '@/lib/base/regions/types'

export interface ContactAbout {
  kind: 'initiative' | 'region'
  slug: string
  title: string
}

/** Server only: the address never goes to a page. */
export interface InitiativeContact {
  about: ContactAbout & { kind: 'initiative'; id: string }
  organisationId: string
  name: string
  address: string
}

/** Server only. */
export interface RegionContact {
  about: ContactAbout & { kind: 'region'; id: string }
  id: string
  userId: string
  name: string
  address: string
  role: string
  subjects: string
  isExample: boolean
  version: number
  /** Checked at every read, because people change jobs. */
  memberships: ActorMembership[]
  isDisabled: boolean
}

export type ContactTarget = InitiativeContact | RegionContact

export interface ContactPerson {
  slug: string
  title: string
  name: string
}

export interface RegionContactPerson {
  id: string
  name: string
  role: string
  subjects: string
  organisation: string
  isExample: boolean
  isReader: boolean
}

export interface RegionContacts {
  region: Pick<RegionSummary, 'slug' | 'name'>
  people: RegionContactPerson[]
  mayJoin: boolean
}

export type RegionDirectory = {
  slug: string
  name: string
  people: Pick<RegionContactPerson, 'id' | 'name' | 'role'>[]
}[]

/** 'doubt' when the mail server never confirmed. */
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

export interface ReceivedContact {
  id: string
  about: ContactAbout
  sender: string
  organisation: string | null
  replyTo: string | null
  message: string
  sentAt: Date
  handledAt: Date | null
}

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
