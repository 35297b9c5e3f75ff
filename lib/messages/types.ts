/**
 * Everything the system mails about, as a closed list. A person chooses per kind; what is not in the list cannot be sent.
 * Names are kept: they stand in the preferences of people and in links in mail that was sent.
 */
export const MAIL_KINDS = [
  'panel-invitation', 'panel-reminder', 'panel-closed',
  'adoption-question', 'adoption-checkin',
  'question-asked', 'question-answered',
  'contact-request', 'call-match',
  'verdict-due', 'confirmation-due',
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
  /** Plain text in Dutch; an empty line parts paragraphs. No links: `path` is the one link. */
  text: string
  /** A path of this site, such as "/werkplek/beoordelen/rangeerterrein". */
  path: string
}
