/**
 * When an entry turns grey, and the order in which results are told.
 *
 * An entry that its owner did not confirm for twelve months may no longer be right; the page says so and does not hide
 * it. Results that happened come before those that were agreed or hoped for; what people did with it comes first.
 *
 * Source: PRODUCT.md, rating model rule 6; LOOK.md, "Initiative".
 */
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import type { ResultKind, ResultView } from './types'

export const CONFIRMATION_MONTHS = 12

/**
 * True when the last confirmation (ISO moment) lies more than twelve months before `today`. Publishing confirms too, so
 * that an entry which was never confirmed counts from its publication; without either, false.
 */
export function isUnconfirmed(
  confirmedAt: string | null,
  today: CalendarDate,
  publishedAt: string | null = null,
): boolean {
  const since = confirmedAt ?? publishedAt
  return since !== null && since.slice(0, 10) < addMonths(today, -CONFIRMATION_MONTHS)
}

const ORDER: readonly ResultKind[] = [
  'outcome',
  'reach',
  'output',
  'qualitative',
  'arrangement',
  'intention',
]

/** Results with what changed for people first and intentions last; equal kinds keep their order. */
export function outcomesFirst(results: readonly ResultView[]): ResultView[] {
  return results.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** True for a share of which nobody wrote down how many people it is about. */
export function misses(result: ResultView): 'people' | null {
  return result.unit === '%' && result.value !== null ? 'people' : null
}

const PAGE = /\/(?:initiatieven|initiatives)\/([^/?#\s]+)/

/** The address part of an initiative in what someone pasted: the address of its page, or the part itself. Null for anything else. */
export function slugFromAddress(text: string): string | null {
  const slug = (PAGE.exec(text)?.[1] ?? text).trim().toLowerCase()
  return isSlug(slug) ? slug : null
}
