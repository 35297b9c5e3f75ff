/**
 * An entry unconfirmed for twelve months may be outdated; it stays, and the page says so. Its
 * editors are asked when the twelve months end; one that is long overdue waits in their worklist,
 * so that a first run mails nobody about years ago.
 * Source: docs/model.md, "Rating model", rule 6; docs/look.md, "Initiative".
 */
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import type { ResultKind, ResultView } from './types'

export const CONFIRMATION_MONTHS = 12

/** True when confirmed (or published) over twelve months before `today`; ISO time. */
export function isUnconfirmed(
  confirmedAt: string | null,
  today: CalendarDate,
  publishedAt: string | null = null,
): boolean {
  const since = confirmedAt ?? publishedAt
  return since !== null && since.slice(0, 10) < addMonths(today, -CONFIRMATION_MONTHS)
}

const ASK_MONTHS = 1

/** When something was last confirmed of which the editors are asked today; `until` excluded. */
export function confirmationWindow(today: CalendarDate): {
  from: CalendarDate
  until: CalendarDate
} {
  const until = addMonths(today, -CONFIRMATION_MONTHS)
  return { from: addMonths(until, -ASK_MONTHS), until }
}

/** To the editors, when the confirmation expires. */
export function confirmationEmail(title: string): { subject: string; text: string } {
  return {
    subject: `Klopt "${title}" nog?`,
    text: `U bevestigde "${title}" een jaar geleden voor het laatst. Daarom staat er nu bij dat de tekst verouderd kan zijn.\n\nKlopt alles nog? Druk op de pagina op "Dit klopt nog". Klopt het niet meer? Pas de tekst dan aan.`,
  }
}

const ORDER: readonly ResultKind[] = [
  'outcome',
  'reach',
  'output',
  'qualitative',
  'arrangement',
  'intention',
]

/** Outcomes for people first, intentions last; equal kinds keep their order. */
export function outcomesFirst(results: readonly ResultView[]): ResultView[] {
  return results.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** 'people' for a share without a recorded number of people. */
export function misses(result: ResultView): 'people' | null {
  return result.unit === '%' && result.value !== null ? 'people' : null
}

const PAGE = /\/(?:initiatieven|initiatives)\/([^/?#\s]+)/

/** The slug in a pasted page address, or the slug itself; null for anything else. */
export function slugFromAddress(text: string): string | null {
  const slug = (PAGE.exec(text)?.[1] ?? text).trim().toLowerCase()
  return isSlug(slug) ? slug : null
}
