/** Stored in preferences and in links of sent mail, so names never change. */
export const OPTIONAL_MAIL_KINDS = [
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
  'access-requested',
  'revision-submitted',
  'revision-returned',
  'revision-published',
  'owner-reply',
  'panel-vacancy',
  'call-due',
  'report-made',
  'followed-news',
  'enquiry-received',
  'suggestion-made',
  'suggestion-decided',
] as const
/** About the account or the own message: whoever asked for it, or whose account changes, always gets it. */
export const ESSENTIAL_MAIL_KINDS = [
  'access-answered',
  'account-invitation',
  'account-reset',
  'account-email',
  'account-security',
  'account-role',
  'enquiry-confirm',
  'enquiry-answered',
] as const
export const MAIL_KINDS = [...OPTIONAL_MAIL_KINDS, ...ESSENTIAL_MAIL_KINDS] as const
export type OptionalMailKind = (typeof OPTIONAL_MAIL_KINDS)[number]
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
  /** Null when it may hold what someone wrote to someone else, or was emptied. */
  text: string | null
  isEmptied: boolean
  path: string
  status: MailStatus
  attempts: number
  createdAt: Date
  nextAttemptAt: Date
  claimedAt: Date | null
  sentAt: Date | null
  lastError: string | null
}

/** At once, in the weekly digest, or only in the inbox. */
export const MAIL_MODES = ['now', 'weekly', 'never'] as const
export type MailMode = (typeof MAIL_MODES)[number]

export type MailWishes = Readonly<Record<OptionalMailKind, MailMode>>

export const MAIL_GROUPS = [
  'digest',
  'initiatives',
  'following',
  'judging',
  'reviewing',
  'policy',
  'exchange',
  'meetings',
  'access',
] as const
export type MailGroup = (typeof MAIL_GROUPS)[number]

/** What the form shows of a group; mixed when its kinds differ. */
export type GroupWish = MailMode | 'mixed'
