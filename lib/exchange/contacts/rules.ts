/**
 * Contact. Who is signed in writes by form to a named person: the contact person of an initiative, who consented to that, or someone who
 * said of themselves that they can be asked about a region. The address of the contact person stays here; the name, organisation and
 * address of the sender go along, so that the answer goes straight to them and not through this site. Only people with an account write:
 * their address is known to be theirs, and a form that mails anyone's confirmation to any address typed in would itself be a way to send
 * spam. A region has at most three people, so that who looks for one finds one. A region without anybody is helped by the nearest larger
 * region around it.
 *
 * Source: issue "exchange" ("contact request by form to a named person whose e-mail address is never on a page"); docs/adr/0017, docs/adr/0023.
 */
import type { RegionType } from '@/lib/base/regions/types'
import type { ContactAbout } from './types'

export const MAX_CONTACTS = 3

/** Where one looks for somebody to ask, the nearest first. */
const NEAREST: readonly RegionType[] = ['municipality', 'labour_market', 'province', 'ser']

/** These regions around one and itself, those that may help first; parts of the country and the country have no secretariat. */
export function nearestFirst<Region extends { type: RegionType }>(
  regions: readonly Region[],
): Region[] {
  return regions
    .filter(({ type }) => NEAREST.includes(type))
    .toSorted((a, b) => NEAREST.indexOf(a.type) - NEAREST.indexOf(b.type))
}

/** The first place of a region that nobody has; null when all are taken. */
export function freePosition(taken: readonly number[]): number | null {
  return (
    Array.from({ length: MAX_CONTACTS }, (_, index) => index + 1).find(
      (position) => !taken.includes(position),
    ) ?? null
  )
}

/** What the contact person reads. The words of the sender stand apart, so that nobody takes them for ours. */
export function contactEmail({
  about,
  contact,
  sender,
  organisation,
  message,
}: {
  about: Pick<ContactAbout, 'kind' | 'title'>
  contact: string
  sender: string
  organisation: string | null
  message: string
}): { subject: string; text: string } {
  const who = organisation === null ? sender : `${sender} van ${organisation}`
  const what =
    about.kind === 'region' ? `als contactpersoon van ${about.title}` : `over "${about.title}"`
  return {
    subject:
      about.kind === 'region'
        ? `Bericht aan de contactpersoon van ${about.title}`
        : `Bericht over "${about.title}"`,
    text: `Beste ${contact},\n\n${who} schrijft u ${what}:\n\n${message}\n\nBeantwoord deze mail: uw antwoord gaat naar ${sender}. Is het klaar? Dan kunt u dat op de pagina hieronder laten weten.`,
  }
}
