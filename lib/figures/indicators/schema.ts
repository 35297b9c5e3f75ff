import { z } from 'zod'
import { MeasurementDesign, MeasurementHorizon, ObservationStatus } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import { isCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { otherParse, parseDutchNumber, withoutPercent } from '@/lib/base/text/number'
import { nullableText, optionalText, requiredText, safeUrl } from '@/lib/base/text/text'
import type { InitiativeIndicatorView, MeasurementView } from './types'

const id = z.uuid('unknownChoice')
const day = nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date')

/** A number as text with a decimal point, as numeric(18,4) takes it. Empty is not known. */
const decimal = nullableText(24).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(withoutPercent(text))
  if (number !== null && /^-?\d{1,12}(\.\d{1,4})?$/.test(number)) return number
  context.addIssue({ code: 'custom', message: 'number' })
  return z.NEVER
})

const PERCENTAGE = /%|procent|percent|promille|aandeel/i

/**
 * The fields whose text can be two numbers where that matters, each with its message. "2.500" people are 2500 people, as
 * everyone here writes it; "2.500" percent may as well be 2,5 percent, and a figure is never guessed.
 */
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

/** The initiative a form is about. Only our own forms send it, so a slip is answered as an unknown initiative. */
export const targetSchema = z.object({ initiativeId: z.uuid() })

/** A new indicator, or with `version` an existing one. An empty baseline means: not measured. */
export const indicatorSchema = z.strictObject({
  initiativeId: id,
  indicatorId: id,
  version: z.coerce.number().int().min(1).optional(),
  indicatorLabel: requiredText(200),
  indicatorDefinition: optionalText(1_000),
  unit: requiredText(40),
  resultType: z.string().min(1, 'choose').max(100, 'unknownChoice'),
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

/** Designs that set the outcome beside a group that did not take part. */
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

/** One measurement. It lies in the past: what is still to come is a target. */
export function measurementSchema(today: CalendarDate) {
  const issue = (path: keyof MeasurementInput, message: string) => ({
    code: 'custom' as const,
    path: [path],
    message,
  })
  return measurementFields.superRefine((row, context) => {
    if (row.measuredOn === null && row.periodEnd === null)
      context.addIssue(issue('measuredOn', 'whenMeasured'))
    if (row.measuredOn !== null && row.measuredOn > today)
      context.addIssue(issue('measuredOn', 'future'))
    if (row.periodEnd !== null && row.periodEnd > today)
      context.addIssue(issue('periodEnd', 'future'))
    if (row.periodStart !== null && row.periodEnd === null)
      context.addIssue(issue('periodEnd', 'required'))
    if (row.periodStart !== null && row.periodEnd !== null && row.periodEnd < row.periodStart)
      context.addIssue(issue('periodEnd', 'endBeforeStart'))
    if (row.value === null && row.numerator === null)
      context.addIssue(issue('value', 'valueOrCount'))
    if (row.numerator !== null && row.n !== null && row.numerator > row.n)
      context.addIssue(issue('numerator', 'partAboveWhole'))
    if (
      row.comparisonNumerator !== null &&
      row.comparisonN !== null &&
      row.comparisonNumerator > row.comparisonN
    ) {
      context.addIssue(issue('comparisonNumerator', 'partAboveWhole'))
    }
    if (row.comparisonNumerator !== null && row.comparisonN === null)
      context.addIssue(issue('comparisonN', 'required'))
    if (row.supersedesId !== null && row.correctionReason === null)
      context.addIssue(issue('correctionReason', 'correctionReason'))
    if (COMPARING.includes(row.design) && row.comparisonDescription === null)
      context.addIssue(issue('comparisonDescription', 'comparison'))
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

/** An indicator as its form holds it. */
export function indicatorValues({ baseline, target, ...row }: InitiativeIndicatorView): FormValues {
  return asValues({
    indicatorLabel: row.label,
    indicatorDefinition: row.definition,
    unit: row.unit,
    resultType: row.resultType.slug,
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

/** A measurement as the form for its correction opens. */
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

/** A measurement in the open data; figures that could point at someone are null, with `afgeschermd` saying why. */
export const openMeasurementSchema = z.strictObject({
  gemetenOp: z.iso.date().nullable(),
  periodeBegin: z.iso.date().nullable(),
  periodeEind: z.iso.date().nullable(),
  waarde: z.number().nullable(),
  teller: z.int().nullable(),
  n: z.int().nullable(),
  afgeschermd: z.enum(['minder-dan-10-mensen', 'minder-dan-5', 'minder-dan-5-zonder']).nullable(),
  interval95: z.strictObject({ laag: z.number(), hoog: z.number() }).nullable(),
  populatie: z.string().nullable(),
  termijn: z.enum(['kort', '12-maanden', 'langer']).nullable(),
  opzet: z.enum([
    'achteraf',
    'vooraf-en-achteraf',
    'vergelijking',
    'bijna-experiment',
    'experiment',
  ]),
  onafhankelijk: z.boolean(),
  vergelijking: z.strictObject({
    teller: z.int().nullable(),
    n: z.int().nullable(),
    omschrijving: z.string().nullable(),
  }),
  effect: z
    .strictObject({
      richting: z.enum(['beter', 'gelijk', 'slechter', 'onduidelijk']),
      verschil: z.number().nullable(),
      laag: z.number().nullable(),
      hoog: z.number().nullable(),
    })
    .nullable(),
  bron: z.string(),
  bronUrl: z.string().nullable(),
  bestandUrl: z.url().nullable(),
})

/** A statistical concept in the open data. */
export const conceptSchema = z.strictObject({
  slug: z.string(),
  label: z.string(),
  labelEn: z.string(),
  definitie: z.string(),
  eenheid: z.string(),
  decimalen: z.int(),
  onbetaaldWerk: z.boolean(),
  bron: z.strictObject({ naam: z.string(), url: z.string().nullable() }).nullable(),
})

/** Answer of GET /api/v1/indicatoren. */
export const conceptsSchema = z.strictObject({ items: z.array(conceptSchema), totaal: z.int() })

const repeated = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().min(1, 'leeg').max(100, 'te lang')).max(50, 'te veel'),
)

/** A request reaches this many pages of figures; more than that is asked for by region or period. */
export const OBSERVATION_PAGES = 20

/** Query of GET /api/v1/indicatoren/{slug}/waarnemingen; a region by code or slug, a period by its CBS code. */
export const observationsQuerySchema = z.strictObject({
  regio: repeated,
  periode: repeated,
  /** The figures as they stood at the end of this day. */
  peildatum: z.string().refine(isCalendarDate, 'geen datum').optional(),
  pagina: z.coerce
    .number()
    .int()
    .min(1)
    .max(
      OBSERVATION_PAGES,
      `hoogstens ${OBSERVATION_PAGES}; vraag minder gebieden of periodes tegelijk`,
    )
    .default(1),
})

/** Answer of GET /api/v1/indicatoren/{slug}/waarnemingen, in SDMX terms. Figures that were withheld are not in it. */
export const observationsSchema = z.strictObject({
  indicator: z.string(),
  items: z.array(
    z.strictObject({
      sleutel: z.string(),
      regio: z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() }),
      periode: z.strictObject({
        code: z.string().nullable(),
        label: z.string(),
        begin: z.iso.date().nullable(),
      }),
      waarde: z.number().nullable(),
      reden: z.string().nullable(),
      dataset: z.string().nullable(),
      sinds: z.iso.datetime().nullable(),
      tot: z.iso.datetime().nullable(),
      eenheid: z.string(),
      kwalificatie: z.string(),
      status: z.enum(ObservationStatus),
      uitsplitsing: z.record(z.string(), z.string()).nullable(),
      bron: z.strictObject({ naam: z.string(), url: z.string().nullable() }),
      vindplaats: z.string().nullable(),
      opmerkingen: z.array(z.string()),
    }),
  ),
  /** Counted as far as the last page; `totaalIsMinimum` says that there are more. */
  totaal: z.int(),
  totaalIsMinimum: z.boolean(),
  pagina: z.int(),
  paginas: z.int(),
  peildatum: z.iso.date(),
})
