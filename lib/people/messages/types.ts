/** Stored in preferences and in links of sent mail, so names never change. */
export const REFUSABLE_KINDS = [
  'panel-invitation',
  'panel-reminder',
  'panel-closed',
  'adoption-question',
  'adoption-checkin',
  'question-asked',
  'question-answered',
  'contact-request',
  'verdict-due',
  'verdict-reading',
  'reading-added',
  'confirmation-due',
  'meeting-reminder',
  'meeting-changed',
  'digest',
] as const
export type RefusableKind = (typeof REFUSABLE_KINDS)[number]

/** About the account itself: always sent, so that nobody can be kept from knowing. */
export const ESSENTIAL_KINDS = [
  'account-security',
  'account-invitation',
  'account-reset',
  'account-email',
] as const
export type EssentialKind = (typeof ESSENTIAL_KINDS)[number]

export const MAIL_KINDS = [...REFUSABLE_KINDS, ...ESSENTIAL_KINDS] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export interface NewMail {
  recipientId: string
  kind: MailKind
  /** One mail per person, kind and key, such as an id with a round. */
  key: string
  /** Line ends become spaces. */
  subject: string
  /** Plain text in Dutch. A line that is a full address of this site becomes a link. */
  text: string
  path: string
}

export interface ReplyMail extends Omit<NewMail, 'recipientId'> {
  to: { userId: string } | { address: string }
  replyTo: string
}

export type MailStatus = 'queued' | 'sending' | 'sent' | 'skipped' | 'refused' | 'failed' | 'doubt'

export interface OutboxMail {
  id: string
  kind: MailKind | null
  recipient: string
  subject: string
  text: string
  path: string
  status: MailStatus
  attempts: number
  createdAt: Date
  nextAttemptAt: Date
  /** While it is being sent or in doubt. */
  claimedAt: Date | null
  sentAt: Date | null
  lastError: string | null
}

export type MailWishes = Readonly<Record<RefusableKind, boolean>>
