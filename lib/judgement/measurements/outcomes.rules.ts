/**
 * Outcomes in common. An outcome says what is counted, when, and which way is better; an indicator
 * under it follows that, so that results of several initiatives speak of the same thing.
 * Source: docs/model.md, "Rating model", rule 9; docs/adr/0053-outcomes-in-common.md.
 */
import { z } from 'zod'
import { isPeople } from '@/lib/knowledge/evidence/disclosure.rules'
import { HORIZONS, OUTCOME_UNITS, type OutcomeFacts } from './types'

/** As kept with the term; what an older term lacks is people, at any time, more is better. */
export const outcomeFactsSchema = z
  .object({
    unit: z.enum(OUTCOME_UNITS).catch('people'),
    horizon: z.enum(HORIZONS).nullable().catch(null),
    lowerIsBetter: z.boolean().catch(false),
  })
  .catch({ unit: 'people', horizon: null, lowerIsBetter: false }) satisfies z.ZodType<OutcomeFacts>

export const toOutcomeFacts = (attributes: unknown): OutcomeFacts =>
  outcomeFactsSchema.parse(attributes)

export const isSameMeasure = (a: OutcomeFacts, b: OutcomeFacts): boolean =>
  a.unit === b.unit && a.horizon === b.horizon && a.lowerIsBetter === b.lowerIsBetter

const HOURS = /\b(?:uur|uren|hour|hours)\b/i

/** Whether a unit that somebody typed is one of the outcome; a score may have any. */
export function fitsUnit({ unit: asked }: Pick<OutcomeFacts, 'unit'>, unit: string): boolean {
  const typed = unit.trim()
  if (asked === 'people') return typed === '%' || (isPeople(typed) && !HOURS.test(typed))
  return asked === 'hours' ? HOURS.test(typed) : true
}

interface Entered {
  resultType: string
  unit: string
  lowerIsBetter: boolean
}

/** What of an indicator does not go with its outcome, as messages beside the fields. */
export function outcomeProblems(
  outcome: OutcomeFacts,
  { resultType, unit, lowerIsBetter }: Entered,
): Partial<Record<keyof Entered, string>> {
  return {
    ...(resultType !== 'outcome' && resultType !== 'impact' && { resultType: 'outcomeIsChange' }),
    ...(!fitsUnit(outcome, unit) && { unit: `outcomeUnit.${outcome.unit}` }),
    ...(lowerIsBetter !== outcome.lowerIsBetter && { lowerIsBetter: 'outcomeDirection' }),
  }
}
