/**
 * A count under 5 is hidden, and so is one that leaves fewer than 5 others, because the total would
 * reveal it. Under 10 people no figure is shown.
 * Source: docs/domain.md, section 5.3.
 */
import type { PartVisibility } from './types'

export const MIN_PEOPLE_TO_SHOW = 10
export const SMALL_GROUP = 30
export const MIN_COUNT_TO_SHOW = 5

/** How a count of people may be shown. */
export function groupSize(n: number): 'hidden' | 'small' | 'normal' {
  if (n < MIN_PEOPLE_TO_SHOW) return 'hidden'
  return n < SMALL_GROUP ? 'small' : 'normal'
}

/** How much of "part of whole" may be shown without identifying anyone. */
export function partVisibility(numerator: number, n: number): PartVisibility {
  if (groupSize(n) === 'hidden') return 'tooSmall'
  if (numerator < MIN_COUNT_TO_SHOW) return 'fewer'
  return n - numerator < MIN_COUNT_TO_SHOW ? 'allBut' : 'shown'
}

/** Counts of a shrinking group without those that are, or reveal, a small number. */
export function protectedSteps(steps: readonly (number | null)[]): (number | null)[] {
  const shown = steps.map((count) =>
    count !== null && groupSize(count) === 'hidden' ? null : count,
  )
  let before: number | null = null
  return shown.map((count) => {
    const lost: number = before === null || count === null ? 0 : before - count
    // The earlier step stays: hiding one of two close neighbours is enough.
    if (lost > 0 && lost < MIN_COUNT_TO_SHOW) return null
    before = count ?? before
    return count
  })
}

const PEOPLE =
  /pers|mens|deelnem|bewon|kandida|werkzoek|werknem|inwon|statush|leerling|student|cli[eë]nt|klant|jonger|oudere|vrouw|man(nen)?$|plaatsing|geplaats|banen|baan|people|participant/i
export const isPeople = (unit: string) => PEOPLE.test(unit)

/** True for a count of people that must be hidden. */
export function isSmallCount(value: number | null, unit: string | null): boolean {
  return value !== null && unit !== null && isPeople(unit) && value < MIN_COUNT_TO_SHOW
}
