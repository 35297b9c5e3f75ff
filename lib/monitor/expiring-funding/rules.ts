/**
 * Funding has a follow-up with a plan, with longer or structural funding of the same measure or
 * initiative, or when the initiative is over. The SQL in data.ts repeats the rule of
 * lib/monitor/policies, and a test compares the two.
 * Source: docs/model.md, "The policy monitor"; docs/domain.md, 9, question 5.
 */
import { firstValue, pageNumber } from '@/lib/base/http/parameters'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { joinAmounts, NO_AMOUNTS } from '@/lib/base/amounts/rules'
import { BESIDE, type Ending, type EndingSum, type ExpiryChoice, type Quarter } from './types'

export const QUARTERS_AHEAD = 8
/** Funding that ended longer ago than this is left out. */
export const MONTHS_BACK = 12
export const STREAMS_PAGE = 25

/** First day of the quarter in which a day lies. */
export function quarterStart(day: CalendarDate): CalendarDate {
  const month = Number(day.slice(5, 7))
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

/** The quarters from this day. */
export function quartersFrom(day: CalendarDate, count = QUARTERS_AHEAD): Quarter[] {
  const first = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return Array.from({ length: count }, (_, index) => {
    const [year, quarter] = [Math.floor((first + index) / 4), ((first + index) % 4) + 1]
    return { key: `${year}-${quarter}`, year, quarter }
  })
}

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** Parses the address; unknown values fall back to everything. */
export function readExpiryChoice(
  raw: Raw,
  known: { regions: readonly string[]; types: readonly string[]; quarters: readonly Quarter[] },
): ExpiryChoice {
  const among = (list: readonly string[], value: string) => (list.includes(value) ? value : null)
  return {
    region: among(known.regions, firstValue(raw.regio)),
    type: among(known.types, firstValue(raw.bron)),
    when: among([...known.quarters.map(({ key }) => key), ...BESIDE], firstValue(raw.kwartaal)),
    page: pageNumber(raw.pagina, 1_000),
  }
}

/** The parameters of a choice, in a fixed order. */
export function expiryParameters({ region, type, when, page }: ExpiryChoice): URLSearchParams {
  const parameters = new URLSearchParams()
  if (region !== null) parameters.set('regio', region)
  if (type !== null) parameters.set('bron', type)
  if (when !== null) parameters.set('kwartaal', when)
  if (page > 1) parameters.set('pagina', String(page))
  return parameters
}

const nothing = (key: string): Ending => ({
  key,
  streams: 0,
  amounts: NO_AMOUNTS,
  unfollowedStreams: 0,
  unfollowed: NO_AMOUNTS,
})

/** Sums per key, in the order of the keys; a key without funding stays, with zero. */
export function endings(
  sums: readonly EndingSum[],
  kind: EndingSum['kind'],
  keys: readonly string[],
): Ending[] {
  return keys.map((key) =>
    sums
      .filter((sum) => sum.kind === kind && sum.key === key)
      .reduce((total, sum) => {
        const unfollowed = sum.follow === 'none'
        return {
          ...total,
          streams: total.streams + sum.streams,
          amounts: joinAmounts(total.amounts, sum.amounts),
          unfollowedStreams: total.unfollowedStreams + (unfollowed ? sum.streams : 0),
          unfollowed: unfollowed ? joinAmounts(total.unfollowed, sum.amounts) : total.unfollowed,
        }
      }, nothing(key)),
  )
}

/** Those with ending funding, most without a follow-up first. */
export function byUnfollowed(list: readonly Ending[]): Ending[] {
  return list
    .filter(({ streams }) => streams > 0)
    .toSorted(
      (a, b) =>
        b.unfollowedStreams - a.unfollowedStreams ||
        b.unfollowed.high - a.unfollowed.high ||
        b.streams - a.streams,
    )
}
