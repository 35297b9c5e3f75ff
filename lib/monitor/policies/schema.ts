import { z } from 'zod'
import { FundingOverlap } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { parseDutchNumber } from '@/lib/base/text/number'
import { nullableText, optionalText, requiredText, safeUrl } from '@/lib/base/text/text'

// Field names differ per form: they are ids on one shared page.

const MAX_EURO = 2_000_000_000
const MAX_LINKS = 300

export const id = z.uuid('unknownChoice')
export const version = z.coerce.number().int().min(1)
export const slug = z.string().min(1, 'choose').max(100, 'unknownChoice')
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const day = nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date')

/** Whole euros as typed: "350.000", "€ 350000". Empty is unknown. */
export const euro = nullableText(30).transform((text, context) => {
  if (text === null) return null
  const amount = parseDutchNumber(text.replace(/^€\s*/, '').replace(/,(00|-)$/, ''))
  if (amount !== null && /^\d+$/.test(amount) && Number(amount) <= MAX_EURO) return Number(amount)
  context.addIssue({ code: 'custom', message: 'euro' })
  return z.NEVER
})

export const people = nullableText(12).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(text)
  if (number !== null && /^\d{1,9}$/.test(number)) return Number(number)
  context.addIssue({ code: 'custom', message: number?.startsWith('-') ? 'notNegative' : 'integer' })
  return z.NEVER
})

/** Hours a week, of which there are 168. */
export const hours = nullableText(12).transform((text, context) => {
  if (text === null) return null
  const number = parseDutchNumber(text)
  if (number !== null && /^\d{1,3}(\.\d{1,2})?$/.test(number) && Number(number) <= 168)
    return Number(number)
  context.addIssue({ code: 'custom', message: number?.startsWith('-') ? 'notNegative' : 'hours' })
  return z.NEVER
})

export const url = optionalText(2_000).transform((text, context) => {
  if (text === '') return null
  const parsed = safeUrl.safeParse(text)
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'url' })
  return z.NEVER
})

export const targetSchema = z.object({ initiativeId: z.uuid() })

const link = z.strictObject({
  id,
  linked: ticked,
  was: ticked,
  note: nullableText(600),
  wasNote: nullableText(600),
})

export const pairingSchema = z.strictObject({
  initiativeId: id,
  goals: z.array(link).max(MAX_LINKS).default([]),
  measures: z.array(link).max(MAX_LINKS).default([]),
})
export type PairingInput = z.infer<typeof pairingSchema>

export const goalShape = {
  goalId: id,
  version: version.optional(),
  goalRegionId: z.uuid('choose'),
  goalTitle: requiredText(200),
  goalDescription: optionalText(2_000),
  goalCarriedBy: nullableText(200),
  goalPeopleGroup: people,
  goalPeoplePlanned: people,
  goalPeopleReached: people,
  goalSourceTitle: nullableText(300),
  goalSourceRef: nullableText(100),
  goalSourceUrl: url,
  goalStartsOn: day,
  goalEndsOn: day,
}

/** People planned or reached are part of the group that the goal or measure is for. */
export function peopleFaults(prefix: 'goal' | 'measure') {
  return (row: Record<string, unknown>, context: z.RefinementCtx) => {
    const group = row[`${prefix}PeopleGroup`]
    for (const part of [`${prefix}PeoplePlanned`, `${prefix}PeopleReached`]) {
      const count = row[part]
      if (typeof group === 'number' && typeof count === 'number' && count > group)
        context.addIssue({ code: 'custom', path: [part], message: 'peopleAboveGroup' })
    }
  }
}

/** With `version` an existing goal. A new id comes with the form: sent twice, it is saved once. */
export const goalSchema = z
  .strictObject({ initiativeId: id, ...goalShape })
  .refine(
    (goal) =>
      goal.goalStartsOn === null ||
      goal.goalEndsOn === null ||
      goal.goalEndsOn >= goal.goalStartsOn,
    {
      path: ['goalEndsOn'],
      error: 'endBeforeStart',
    },
  )
  .superRefine(peopleFaults('goal'))
export type GoalInput = z.infer<typeof goalSchema>

export const measureShape = {
  measureId: id,
  version: version.optional(),
  measureGoalId: z.uuid('choose'),
  measureTitle: requiredText(200),
  measureDescription: optionalText(2_000),
  measureInstrument: nullableText(100),
  measureResponsible: nullableText(200),
  measurePeopleGroup: people,
  measurePeoplePlanned: people,
  measurePeopleReached: people,
  measureSourceTitle: nullableText(300),
  measureSourceRef: nullableText(100),
  measureStartsOn: day,
  measureEndsOn: day,
}

export const measureSchema = z
  .strictObject({ initiativeId: id, ...measureShape })
  .refine(
    (row) =>
      row.measureStartsOn === null ||
      row.measureEndsOn === null ||
      row.measureEndsOn >= row.measureStartsOn,
    {
      path: ['measureEndsOn'],
      error: 'endBeforeStart',
    },
  )
  .superRefine(peopleFaults('measure'))
export type MeasureInput = z.infer<typeof measureSchema>

export const AMOUNT_QUALIFIERS = ['exact', 'circa', 'minstens', 'maximaal'] as const
export const NOT_ASSESSED = 'niet-beoordeeld'

export const fundingShape = {
  fundingId: id,
  version: version.optional(),
  fundingMeasureId: nullableText(36),
  fundingType: slug,
  provider: requiredText(200),
  amount: euro,
  amountQualifier: z.enum(AMOUNT_QUALIFIERS, 'choose').default('exact'),
  overlap: z.enum(FundingOverlap, 'choose').default('unknown'),
  fundingStartsOn: day,
  fundingEndsOn: day,
  purpose: optionalText(1_000),
  alignment: slug,
  alignmentNote: optionalText(1_000),
  afterFundingPlan: nullableText(1_000),
  fundingSourceTitle: nullableText(300),
  fundingSourceUrl: url,
}

export const fundingSchema = z
  .strictObject({ initiativeId: id, ...fundingShape })
  .refine(
    (row) =>
      row.fundingStartsOn === null ||
      row.fundingEndsOn === null ||
      row.fundingEndsOn >= row.fundingStartsOn,
    {
      path: ['fundingEndsOn'],
      error: 'endBeforeStart',
    },
  )
  .refine((row) => row.alignment === NOT_ASSESSED || row.alignmentNote !== '', {
    path: ['alignmentNote'],
    error: 'reason',
  })
export type FundingInput = z.infer<typeof fundingSchema>

export const removeFundingSchema = z.strictObject({ initiativeId: id, fundingId: id, version })
