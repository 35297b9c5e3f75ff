import type { MailStatus } from '@/lib/messages/types'

/** The contact person of a published initiative, for the server alone: the address never goes to a page. */
export interface ContactTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  name: string
  address: string
}

/** The same as a page may know it. `reachable` is false when this person wants no mail from here. */
export interface ContactPerson {
  slug: string
  title: string
  name: string
  reachable: boolean
}

/** How a message travels: waiting to leave, arrived at the mail server of the contact person, or not deliverable. */
export type Delivery = 'waiting' | 'sent' | 'failed'

export interface SentContact {
  id: string
  initiative: { slug: string; title: string }
  name: string
  message: string
  sentAt: Date
  handledAt: Date | null
  delivery: Delivery
}

/** A message as the contact person opens it from the mail. */
export interface ReceivedContact {
  id: string
  initiative: { slug: string; title: string }
  sender: string
  organisation: string | null
  message: string
  sentAt: Date
  handledAt: Date | null
}

export const DELIVERY: Readonly<Record<MailStatus, Delivery>> = { queued: 'waiting', sending: 'waiting', sent: 'sent', skipped: 'failed', refused: 'failed', failed: 'failed' }
