import { z } from 'zod'
import { PolicyUnit } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import { otherParse, parseDutchNumber, withoutPercent } from '@/lib/base/text/number'
import { nullableText, requiredText } from '@/lib/base/text/text'
import { FIRST_INDICATOR_YEAR, LAST_INDICATOR_YEAR } from './rules'
import type { PolicyIndicatorView, YearValue } from './types'

const bare = (text: string) => withoutPercent(text.replace(/^€\s*/, '')).replace(/,-$/, '').trim()

/** A number as people write it, for numeric(18,4). Empty is unknown. */
export const indicatorNumber = nullableText(24).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(bare(text))
  if (number !== null && /^-?\d{1,12}(\.\d{1,4})?$/.test(number)) return Number(number)
  context.addIssue({ code: 'custom', message: 'number' })
  return z.NEVER
})

const year = nullableText(6).transform((text, context) => {
  if (text === null) return null
  if (/^\d{4}$/.test(text)) {
    const number = Number(text)
    if (number >= FIRST_INDICATOR_YEAR && number <= LAST_INDICATOR_YEAR) return number
  }
  context.addIssue({ code: 'custom', message: 'year' })
  return z.NEVER
})

const WHOLE: readonly PolicyUnit[] = ['people', 'euro']

/** What is wrong with a number in this unit, as a key of `errors`; null when nothing is. */
export function unitFault(value: number | null, unit: PolicyUnit): string | null {
  if (value === null) return null
  if (unit === 'percent' && (value < 0 || value > 100)) return 'percentRange'
  if (unit === 'people' && value < 0) return 'notNegative'
  return WHOLE.includes(unit) && !Number.isInteger(value) ? 'integer' : null
}

/** "2.500" percent may be 2,5: a number that can be read in two ways is asked, never guessed. */
export function isTwoWays(typed: string, unit: PolicyUnit): boolean {
  return unit === 'percent' && otherParse(bare(typed)) !== null
}

const valueRow = z.strictObject({ year, value: indicatorNumber })

/** With `version` an existing one. */
export const policyIndicatorSchema = z
  .strictObject({
    regionId: z.uuid(),
    indicatorId: z.uuid('unknownChoice'),
    version: z.coerce.number().int().min(1).optional(),
    /** `goal <id>` or `measure <id>`. */
    indicatorOf: z.string().regex(/^(goal|measure) [0-9a-f-]{36}$/, 'choose'),
    indicatorLabel: requiredText(200),
    indicatorUnit: z.enum(PolicyUnit, 'choose'),
    lowerIsBetter: z
      .literal('on')
      .optional()
      .transform((value) => value === 'on'),
    baselineValue: indicatorNumber,
    baselineYear: year,
    targetValue: indicatorNumber,
    targetYear: year,
    indicatorSource: nullableText(300),
    values: z.array(valueRow).max(40).default([]),
  })
  .superRefine((row, context) => {
    const fault = (path: (string | number)[], message: string | null) => {
      if (message !== null) context.addIssue({ code: 'custom', path, message })
    }
    pairFaults(row, fault)
    const seen = new Set<number>()
    row.values.forEach((entry, index) => {
      fault(['values', index, 'value'], unitFault(entry.value, row.indicatorUnit))
      if (entry.year === null) {
        if (entry.value !== null) fault(['values', index, 'year'], 'required')
        return
      }
      if (seen.has(entry.year)) fault(['values', index, 'year'], 'yearTwice')
      seen.add(entry.year)
    })
  })

interface Pairs {
  indicatorUnit: PolicyUnit
  baselineValue: number | null
  baselineYear: number | null
  targetValue: number | null
  targetYear: number | null
}

function pairFaults(row: Pairs, fault: (path: string[], message: string | null) => void): void {
  const { baselineValue, baselineYear, targetValue, targetYear } = row
  fault(['baselineValue'], unitFault(baselineValue, row.indicatorUnit))
  fault(['targetValue'], unitFault(targetValue, row.indicatorUnit))
  if (baselineValue !== null && baselineYear === null) fault(['baselineYear'], 'required')
  if (targetValue !== null && targetYear === null) fault(['targetYear'], 'required')
  if (baselineValue === null && baselineYear !== null) fault(['baselineValue'], 'required')
  if (targetValue === null && targetYear !== null) fault(['targetValue'], 'required')
  if (baselineYear !== null && targetYear !== null && targetYear <= baselineYear)
    fault(['targetYear'], 'targetBeforeBaseline')
}
export type PolicyIndicatorInput = z.infer<typeof policyIndicatorSchema>

const dutch = (value: number | undefined) =>
  value === undefined ? '' : String(value).replace('.', ',')

/** Years already filled in, and a few to fill in. */
export const VALUE_ROWS_FREE = 2

export function valueRows(values: readonly YearValue[]): number {
  return values.length + VALUE_ROWS_FREE
}

export function policyIndicatorValues(indicator: PolicyIndicatorView): FormValues {
  const { baseline, target, values } = indicator
  return {
    indicatorLabel: indicator.label,
    indicatorUnit: indicator.unit,
    lowerIsBetter: indicator.lowerIsBetter ? 'on' : '',
    baselineValue: dutch(baseline?.value),
    baselineYear: String(baseline?.year ?? ''),
    targetValue: dutch(target?.value),
    targetYear: String(target?.year ?? ''),
    indicatorSource: indicator.sourceTitle ?? '',
    ...Object.fromEntries(
      values.flatMap(({ year: of, value }, index) => [
        [`values.${index}.year`, String(of)],
        [`values.${index}.value`, dutch(value)],
      ]),
    ),
  }
}
