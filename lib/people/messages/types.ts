/**
 * Everything the system mails about, as a closed list. A person chooses per kind; what is not in the list cannot be sent.
 * Names are kept: they stand in the preferences of people and in links in mail that was sent.
 */
export const MAIL_KINDS = [
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
export type MailKind = (typeof MAIL_KINDS)[number]

/** A mail as the noun that causes it asks for it. */
export interface NewMail {
  recipientId: string
  kind: MailKind
  /** What it is about, such as an id with a round: one mail per person, kind and key, however often it is asked for. */
  key: string
  /** One line; line ends become spaces. */
  subject: string
  /** Plain text in Dutch; an empty line parts paragraphs. A line that is a full address of this site becomes a link. */
  text: string
  /** A path of this site, from pagePath. */
  path: string
}

/** A mail that can be answered, to someone with an account or to an address. */
export interface ReplyMail extends Omit<NewMail, 'recipientId'> {
  to: { userId: string } | { address: string }
  /** Where an answer goes. */
  replyTo: string
}

export type MailStatus = 'queued' | 'sending' | 'sent' | 'skipped' | 'refused' | 'failed' | 'doubt'

/** A mail in the outbox as an administrator sees it. */
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
  /** When a sender took it, while it is being sent or in doubt. */
  claimedAt: Date | null
  sentAt: Date | null
  lastError: string | null
}

export type MailWishes = Readonly<Record<MailKind, boolean>>
