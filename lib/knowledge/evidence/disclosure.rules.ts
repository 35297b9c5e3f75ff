/**
 * Statistical disclosure control for counts of people: a number so small that it could point at
 * someone stays out of sight.
 *
 * Source: docs/model.md, privacy of figures.
 */
import { MIN_COUNT_TO_SHOW } from './rules'

/** Units in which a value is a number of people, who could be recognised when they are few. */
const PEOPLE =
  /pers|mens|deelnem|bewon|kandida|werkzoek|werknem|inwon|statush|leerling|student|cli[eë]nt|klant|jonger|oudere|vrouw|man(nen)?$|plaatsing|geplaats|banen|baan|people|participant/i
export const isPeople = (unit: string) => PEOPLE.test(unit)

/** True for a number of people so small that it stays out of sight. */
export function isSmallCount(value: number | null, unit: string | null): boolean {
  return value !== null && unit !== null && isPeople(unit) && value < MIN_COUNT_TO_SHOW
}
