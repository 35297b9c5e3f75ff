/**
 * The contact's address stays hidden; the sender's goes along, so that the answer bypasses this
 * site. Without an account the form would be a way to send spam.
 * Source: docs/model.md, "Exchange"; docs/adr/0017, docs/adr/0023.
 */
import type { RegionType } from '@/lib/base/regions/types'
import type { ContactAbout } from './types'

export const MAX_CONTACTS = 3

const NEAREST: readonly RegionType[] = ['municipality', 'labour_market', 'province', 'ser']

/** The regions that may help, itself included, nearest first. */
export function nearestFirst<Region extends { type: RegionType }>(
  regions: readonly Region[],
): Region[] {
  return regions
    .filter(({ type }) => NEAREST.includes(type))
    .toSorted((a, b) => NEAREST.indexOf(a.type) - NEAREST.indexOf(b.type))
}

/** The first free place of a region; null when full. */
export function freePosition(taken: readonly number[]): number | null {
  return (
    Array.from({ length: MAX_CONTACTS }, (_, index) => index + 1).find(
      (position) => !taken.includes(position),
    ) ?? null
  )
}

/** To the contact. The sender's text is set apart, so that nobody takes it for ours. */
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
