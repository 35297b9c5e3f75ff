/**
 * An invitation offers one role to one address. Its link works once, for 14 days, and a newer link
 * ends the older one. Inviting the same address for the same role again sends a new link; it never
 * makes a second person. An address that has an account keeps it and gets the role.
 *
 * Whoever judges does so outside the own region, so a judging role needs an organisation with a
 * region: without one nobody could tell which region is the own.
 *
 * Source: docs/model.md, "Who uses it" and "Rating model", rule 3; docs/quality.md, "Sign-in and
 * session"; OWASP ASVS 5.0, 6.4.1 and 6.4.2.
 */
import type { MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { emailAddress } from '@/lib/people/accounts/schema'
import type { InvitationLine, InvitationState, OfferedRole } from './types'

export const INVITATION_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1_000
export const MAX_LINES = 200

/** When a link that is sent now ends. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS)
}

export interface InvitationTimes {
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** Whether the link still works, and why not. At the limit it has expired. */
export function invitationState(times: InvitationTimes, now: Date): InvitationState {
  if (times.acceptedAt) return 'used'
  if (times.revokedAt) return 'withdrawn'
  return now < times.expiresAt ? 'open' : 'expired'
}

/** Roles that judge initiatives of other regions. */
export function isJudging(role: MembershipRole | PlatformRoleName): boolean {
  return role === 'assessor' || role === 'moderator'
}

/** Roles that speak for a constituency of the council or board. */
export function asksConstituency(role: MembershipRole | PlatformRoleName): boolean {
  return role === 'assessor' || role === 'member'
}

const AROUND = new Set(['<', '>', '(', ')', '[', ']', '"', "'", ',', '.'])

/** Without brackets, quotes and points around it. */
function bare(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && AROUND.has(text.charAt(from))) from += 1
  while (to > from && AROUND.has(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** The address in "Jan Jansen <jan@x.nl>", "jan@x.nl" or a cell with more words; else the text. */
function addressIn(text: string): string {
  const word = text.split(/[\s<]+/).find((part) => part.includes('@')) ?? text
  return bare(word.replace(/^mailto:/i, ''))
}

/**
 * The addresses in a pasted list: one a line, or separated by commas, semicolons or tabs. Empty
 * pieces are skipped; each fault is told at its line. `members` are addresses that have the role.
 */
export function readAddresses(text: string, members: ReadonlySet<string>): InvitationLine[] {
  const seen = new Set<string>()
  return text.split(/\r\n|\r|\n/).flatMap((lineText, index) =>
    lineText
      .split(/[;,\t]/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .map((piece) => {
        const parsed = emailAddress.safeParse(addressIn(piece))
        if (!parsed.success)
          return { line: index + 1, text: piece, email: null, fault: 'email' as const }
        const email = parsed.data
        const fault = seen.has(email) ? 'twice' : members.has(email) ? 'member' : null
        seen.add(email)
        return { line: index + 1, text: piece, email, fault }
      }),
  )
}

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })

interface InvitationWords {
  /** The organisation and role in words, such as "redacteur van SER Overijssel". */
  role: string
  inviter: string | null
  expiresAt: Date
}

/** The mail with the link. */
export function invitationEmail({ role, inviter, expiresAt }: InvitationWords): {
  subject: string
  text: string
} {
  const who = inviter === null ? 'U bent uitgenodigd' : `${inviter} nodigt u uit`
  return {
    subject: `Doe mee met de Praktijkbank als ${role}`,
    text: `${who} voor de Praktijkbank Ongekend Talent. U wordt ${role}.\n\nOp de Praktijkbank leren regio's van elkaar welke aanpak mensen aan werk helpt.\n\nOpen de pagina hieronder en kies een wachtwoord. Dat duurt een paar minuten. De link werkt één keer, tot en met ${day.format(expiresAt)}.`,
  }
}

interface StoredRole {
  organisationId: string | null
  role: OfferedRole['role']
  platformRole: OfferedRole['platformRole']
}

/** The offered role of a row; null for a row that offers none. */
export function offeredRole({
  organisationId,
  role,
  platformRole,
}: StoredRole): OfferedRole | null {
  if (organisationId !== null && role !== null) return { organisationId, role, platformRole: null }
  return platformRole === null ? null : { organisationId: null, role: null, platformRole }
}
