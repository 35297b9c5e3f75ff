/**
 * Open work comes first, the longest waiting on top, then news. Nothing to do means no mail; one
 * digest per person and ISO week. What does not fit is counted, with a link to the inbox.
 * Source: docs/model.md, "Exchange"; ISO 8601 for the week.
 */
import {
  daysBetween,
  fromCalendarDate,
  toCalendarDate,
  type CalendarDate,
} from '@/lib/base/text/calendar'
import { DIGEST_KINDS, type DigestItem } from './types'

export const MAX_ITEMS = 5
/** Older news was in an earlier digest. */
export const NEWS_DAYS = 7
const DAY_MS = 86_400_000

/** ISO 8601, such as 2026-W48; the week belongs to the year of its Thursday. */
export function isoWeek(day: CalendarDate): string {
  const date = fromCalendarDate(day)
  const fromMonday = (date.getUTCDay() + 6) % 7
  const thursday = toCalendarDate(new Date(date.getTime() + (3 - fromMonday) * DAY_MS))
  const year = thursday.slice(0, 4)
  return `${year}-W${String(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1).padStart(2, '0')}`
}

/** The items of a digest, in order, and how many more there are. */
export function chooseItems(candidates: readonly DigestItem[]): {
  items: DigestItem[]
  more: number
} {
  const rank = ({ kind }: DigestItem) => DIGEST_KINDS.indexOf(kind)
  const age = ({ kind, since }: DigestItem) =>
    kind === 'news' ? -since.getTime() : since.getTime()
  const ordered = [...candidates].sort(
    (a, b) => rank(a) - rank(b) || age(a) - age(b) || a.path.localeCompare(b.path),
  )
  const places = new Set<string>()
  const all = ordered.filter(({ path }) => !places.has(path) && places.add(path))
  return { items: all.slice(0, MAX_ITEMS), more: Math.max(0, all.length - MAX_ITEMS) }
}
