/**
 * The weekly digest: at most five things to do, each doable where its link leads. First what waits on the person: to decide, to mend,
 * to judge, to finish; of the same kind the longest waiting first. Then news of what they follow, newest first. The same place is
 * named once. Nothing to do is no mail. One digest per person and ISO week.
 *
 * Source: PRODUCT.md, Exchange ("a weekly digest of at most five things to do"); ISO 8601 for the week.
 */
import {
  daysBetween,
  fromCalendarDate,
  toCalendarDate,
  type CalendarDate,
} from '@/lib/base/text/calendar'
import { DIGEST_KINDS, type DigestItem } from './types'

export const MAX_ITEMS = 5
/** News that is older stands in the inbox, and was in a digest before. */
export const NEWS_DAYS = 7
const DAY_MS = 86_400_000

/** The week of a day as ISO 8601 writes it: 2026-W48. It belongs to the year that its Thursday is in. */
export function isoWeek(day: CalendarDate): string {
  const date = fromCalendarDate(day)
  const fromMonday = (date.getUTCDay() + 6) % 7
  const thursday = toCalendarDate(new Date(date.getTime() + (3 - fromMonday) * DAY_MS))
  const year = thursday.slice(0, 4)
  return `${year}-W${String(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1).padStart(2, '0')}`
}

/** The things to name, in order. */
export function chooseItems(candidates: readonly DigestItem[]): DigestItem[] {
  const rank = ({ kind }: DigestItem) => DIGEST_KINDS.indexOf(kind)
  const age = ({ kind, since }: DigestItem) =>
    kind === 'news' ? -since.getTime() : since.getTime()
  const ordered = [...candidates].sort(
    (a, b) => rank(a) - rank(b) || age(a) - age(b) || a.path.localeCompare(b.path),
  )
  const places = new Set<string>()
  return ordered.filter(({ path }) => !places.has(path) && places.add(path)).slice(0, MAX_ITEMS)
}
