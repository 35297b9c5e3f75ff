/**
 * Statistical disclosure control: counts of people so small that they could identify someone are
 * hidden.
 * Source: docs/domain.md, section 5.3.
 */
import { MIN_COUNT_TO_SHOW } from './rules'

/** Units in which a value counts people. */
const PEOPLE =
  /pers|mens|deelnem|bewon|kandida|werkzoek|werknem|inwon|statush|leerling|student|cli[eë]nt|klant|jonger|oudere|vrouw|man(nen)?$|plaatsing|geplaats|banen|baan|people|participant/i
export const isPeople = (unit: string) => PEOPLE.test(unit)

/** True for a count of people that must be hidden. */
export function isSmallCount(value: number | null, unit: string | null): boolean {
  return value !== null && unit !== null && isPeople(unit) && value < MIN_COUNT_TO_SHOW
}
