import type { InitiativeIndicatorView, MeasurementView } from './types'
import { z } from 'zod'
import { MeasurementDesign, MeasurementHorizon } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import { type CalendarDate, isCalendarDate } from '@/lib/base/text/calendar'
import { otherParse, parseDutchNumber, withoutPercent } from '@/lib/base/text/number'
import { nullableText, optionalText, requiredText, safeUrl } from '@/lib/base/text/text'

const id = z.uuid('unknownChoice')
const day = nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date')

/** As text with a decimal point, for numeric(18,4); empty is unknown. */
const decimal = nullableText(24).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(withoutPercent(text))
  if (number !== null && /^-?\d{1,12}(\.\d{1,4})?$/.test(number)) return number
  context.addIssue({ code: 'custom', message: 'number' })
  return z.NEVER
})

const PERCENTAGE = /%|procent|percent|promille|aandeel/i

/** "2.500" people are 2500, but "2.500" percent may be 2,5: figures are never guessed. */
export function twoWayErrors(
  values: FormValues,
  names: readonly string[],
  unit: string,
): Record<string, string[]> {
  if (!PERCENTAGE.test(unit)) return {}
  const unclear = names.filter(
    (name) => otherParse(withoutPercent(String(values[name] ?? ''))) !== null,
  )
  return Object.fromEntries(unclear.map((name) => [name, ['twoWays']]))
}

const people = nullableText(12).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(text)
  if (number !== null && /^\d{1,9}$/.test(number)) return Number(number)
  context.addIssue({ code: 'custom', message: number?.startsWith('-') ? 'notNegative' : 'integer' })
  return z.NEVER
})

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const url = optionalText(2_000).transform((text, context) => {
  if (text === '') return null
  const parsed = safeUrl.safeParse(text)
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'url' })
  return z.NEVER
})

export const targetSchema = z.object({ initiativeId: z.uuid() })

/** New, or with `version` an existing one. An empty baseline means not measured. */
export const indicatorSchema = z.strictObject({
  initiativeId: id,
  indicatorId: id,
  version: z.coerce.number().int().min(1).optional(),
  indicatorLabel: requiredText(200),
  indicatorDefinition: optionalText(1_000),
  unit: requiredText(40),
  resultType: z.string().min(1, 'choose').max(100, 'unknownChoice'),
  /** The slug of an outcome in common; empty under a name of its own. */
  outcome: nullableText(100).default(null),
  indicatorSource: nullableText(300),
  frequency: nullableText(100),
  baselineValue: decimal,
  baselineOn: day,
  baselineN: people,
  baselineNote: nullableText(600),
  targetValue: decimal,
  targetOn: day,
  lowerIsBetter: ticked,
})
export type IndicatorInput = z.infer<typeof indicatorSchema>

export const COMPARING: readonly MeasurementDesign[] = [
  'comparison',
  'quasi_experiment',
  'experiment',
]

const measurementFields = z.strictObject({
  initiativeId: id,
  measurementId: id,
  measuredIndicatorId: z.uuid('choose'),
  supersedesId: z.union([z.literal('').transform(() => null), id]).default(null),
  measuredOn: day,
  periodStart: day,
  periodEnd: day,
  value: decimal,
  numerator: people,
  n: people,
  population: nullableText(300),
  horizon: z
    .union([z.literal('').transform(() => null), z.enum(MeasurementHorizon, 'choose')])
    .default(null),
  design: z.enum(MeasurementDesign, 'choose').default('after_only'),
  comparisonNumerator: people,
  comparisonN: people,
  comparisonDescription: nullableText(600),
  independent: ticked,
  measuredBy: nullableText(200),
  measurementSource: requiredText(300),
  measurementUrl: url,
  measurementNote: nullableText(1_000),
  correctionReason: nullableText(600),
})
export type MeasurementInput = z.infer<typeof measurementFields>

export const replySchema = z.strictObject({
  measurementId: id,
  version: z.coerce.number().int().min(0),
  text: requiredText(1_500),
})

type Problem = readonly [field: keyof MeasurementInput, message: string]

function dateProblems(row: MeasurementInput, today: CalendarDate): Problem[] {
  const { measuredOn, periodStart, periodEnd } = row
  const problems: Problem[] = []
  if (measuredOn === null && periodEnd === null) problems.push(['measuredOn', 'whenMeasured'])
  if (measuredOn !== null && measuredOn > today) problems.push(['measuredOn', 'future'])
  if (periodEnd !== null && periodEnd > today) problems.push(['periodEnd', 'future'])
  if (periodStart !== null && periodEnd === null) problems.push(['periodEnd', 'required'])
  if (periodStart !== null && periodEnd !== null && periodEnd < periodStart)
    problems.push(['periodEnd', 'endBeforeStart'])
  return problems
}

const isAbove = (part: number | null, whole: number | null) =>
  part !== null && whole !== null && part > whole

function countProblems(row: MeasurementInput): Problem[] {
  const { value, numerator, n, comparisonNumerator, comparisonN } = row
  const problems: Problem[] = []
  if (value === null && numerator === null) problems.push(['value', 'valueOrCount'])
  if (isAbove(numerator, n)) problems.push(['numerator', 'partAboveWhole'])
  if (isAbove(comparisonNumerator, comparisonN))
    problems.push(['comparisonNumerator', 'partAboveWhole'])
  if (comparisonNumerator !== null && comparisonN === null)
    problems.push(['comparisonN', 'required'])
  return problems
}

function reasonProblems(row: MeasurementInput): Problem[] {
  const problems: Problem[] = []
  if (row.supersedesId !== null && row.correctionReason === null)
    problems.push(['correctionReason', 'correctionReason'])
  if (COMPARING.includes(row.design) && row.comparisonDescription === null)
    problems.push(['comparisonDescription', 'comparison'])
  return problems
}

/** In the past: a future figure is a target. */
export function measurementSchema(today: CalendarDate) {
  return measurementFields.superRefine((row, context) => {
    for (const [field, message] of [
      ...dateProblems(row, today),
      ...countProblems(row),
      ...reasonProblems(row),
    ])
      context.addIssue({ code: 'custom', path: [field], message })
  })
}

type Stored = string | number | boolean | null | undefined
const asValues = (fields: Record<string, Stored>): FormValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === null || value === undefined || value === false
        ? ''
        : value === true
          ? 'on'
          : String(value),
    ]),
  )

const dutchNumber = (value: number | null) =>
  value === null ? null : String(value).replace('.', ',')

export function indicatorValues({ baseline, target, ...row }: InitiativeIndicatorView): FormValues {
  return asValues({
    indicatorLabel: row.label,
    indicatorDefinition: row.definition,
    unit: row.unit,
    resultType: row.resultType.slug,
    outcome: row.outcome?.slug,
    indicatorSource: row.sourceTitle,
    frequency: row.frequency,
    baselineValue: dutchNumber(baseline.value),
    baselineOn: baseline.on,
    baselineN: baseline.n,
    baselineNote: baseline.note,
    targetValue: dutchNumber(target.value),
    targetOn: target.on,
    lowerIsBetter: row.lowerIsBetter,
  })
}

export function measurementValues(indicatorId: string, row: MeasurementView): FormValues {
  return asValues({
    measuredIndicatorId: indicatorId,
    measuredOn: row.measuredOn,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    value: dutchNumber(row.value),
    numerator: row.numerator,
    n: row.n,
    population: row.population,
    horizon: row.horizon,
    design: row.design,
    comparisonNumerator: row.comparisonNumerator,
    comparisonN: row.comparisonN,
    comparisonDescription: row.comparisonDescription,
    independent: row.independent,
    measuredBy: row.measuredBy,
    measurementSource: row.sourceTitle,
    measurementUrl: row.sourceUrl,
    measurementNote: row.note,
  })
}
