import { z } from 'zod'
import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import { openMeasurementSchema } from '@/lib/figures/indicators/schema'
import type { FormValues } from '@/lib/base/http/action-result'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { parseDutchNumber } from '@/lib/base/text/number'
import { nullableText, optionalText, requiredText, safeUrl } from '@/lib/base/text/text'
import type { FundingView, GoalView, MeasureView, MonitorView } from './types'

// Field names differ per form, because the forms stand on one page and a name is also the id of its control.

const MAX_EURO = 2_000_000_000
const MAX_LINKS = 300

const id = z.uuid('unknownChoice')
export const version = z.coerce.number().int().min(1)
export const slug = z.string().min(1, 'choose').max(100, 'unknownChoice')
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const day = nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date')

/** Whole euros as people type them: "350.000", "€ 350000". Empty is not known. */
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

/** Hours a week that move from one kind of work to another; a week has 168. */
const hours = nullableText(12).transform((text, context) => {
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

/** The initiative a form is about. Only our own forms send it, so a slip is answered as an unknown initiative. */
export const targetSchema = z.object({ initiativeId: z.uuid() })

const link = z.strictObject({
  id,
  linked: ticked,
  was: ticked,
  note: nullableText(600),
  wasNote: nullableText(600),
})

/** Which goals and measures the initiative serves, each beside what the page showed when it was opened. */
export const pairingSchema = z.strictObject({
  initiativeId: id,
  goals: z.array(link).max(MAX_LINKS).default([]),
  measures: z.array(link).max(MAX_LINKS).default([]),
})
export type PairingInput = z.infer<typeof pairingSchema>

/** What people write about a goal. */
export const goalShape = {
  goalId: id,
  version: version.optional(),
  goalRegionId: z.uuid('choose'),
  goalTitle: requiredText(200),
  goalDescription: optionalText(2_000),
  goalSourceTitle: nullableText(300),
  goalSourceRef: nullableText(100),
  goalSourceUrl: url,
  goalStartsOn: day,
  goalEndsOn: day,
}

/** A new goal, or with `version` an existing one. The id of a new row comes with its form: sent twice, it is saved once. */
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
export type GoalInput = z.infer<typeof goalSchema>

/** What people write about a measure. */
export const measureShape = {
  measureId: id,
  version: version.optional(),
  measureGoalId: z.uuid('choose'),
  measureTitle: requiredText(200),
  measureDescription: optionalText(2_000),
  measureInstrument: nullableText(100),
  measureResponsible: nullableText(200),
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
export type MeasureInput = z.infer<typeof measureSchema>

export const AMOUNT_QUALIFIERS = ['exact', 'circa', 'maximaal'] as const
/** The answer that needs no reason, because nobody looked yet. */
export const NOT_ASSESSED = 'niet-beoordeeld'

/** What people write about a stream of money. */
export const fundingShape = {
  fundingId: id,
  version: version.optional(),
  fundingMeasureId: nullableText(36),
  fundingType: slug,
  provider: requiredText(200),
  amount: euro,
  amountQualifier: z.enum(AMOUNT_QUALIFIERS, 'choose').default('exact'),
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

export const theorySchema = z.strictObject({
  initiativeId: id,
  version,
  theoryOfChange: nullableText(4_000),
  theoryInput: nullableText(1_000),
  theoryActivity: nullableText(1_000),
  theoryOutput: nullableText(1_000),
  theoryOutcome: nullableText(1_000),
  theoryImpact: nullableText(1_000),
  approachRationale: nullableText(2_000),
  evaluationDesign: nullableText(2_000),
  sideEffects: nullableText(2_000),
})

const notAbove = (part: number | null, whole: number | null) =>
  part === null || whole === null || part <= whole

export const costsSchema = z
  .strictObject({
    initiativeId: id,
    version,
    reachInvited: people,
    reachStarted: people,
    reachFinished: people,
    reachOutcome: people,
    costPerParticipant: euro,
    costPerParticipantLow: euro,
    costPerParticipantHigh: euro,
    costPerPlacement: euro,
    costPerPlacementLow: euro,
    costPerPlacementHigh: euro,
    costBasis: nullableText(1_000),
  })
  .refine((row) => notAbove(row.reachStarted, row.reachInvited), {
    path: ['reachStarted'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.reachFinished, row.reachStarted), {
    path: ['reachFinished'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.reachOutcome, row.reachFinished ?? row.reachStarted), {
    path: ['reachOutcome'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.costPerParticipantLow, row.costPerParticipantHigh), {
    path: ['costPerParticipantHigh'],
    error: 'costBounds',
  })
  .refine((row) => notAbove(row.costPerPlacementLow, row.costPerPlacementHigh), {
    path: ['costPerPlacementHigh'],
    error: 'costBounds',
  })
  .refine(
    (row) =>
      (row.costPerParticipant === null && row.costPerPlacement === null) || row.costBasis !== null,
    {
      path: ['costBasis'],
      error: 'costBasis',
    },
  )

const tradeOff = z
  .strictObject({
    domain: z.enum(TradeOffDomain),
    effect: z.enum(TradeOffEffect, 'choose'),
    hours,
    carriedBy: nullableText(300),
    source: nullableText(300),
  })
  .refine((row) => row.hours === null || row.effect === 'better' || row.effect === 'worse', {
    path: ['hours'],
    error: 'hoursNeedEffect',
  })

export const consequencesSchema = z.strictObject({
  initiativeId: id,
  version,
  displacement: slug,
  displacementNote: nullableText(2_000),
  tradeOffs: z.array(tradeOff).max(4),
})
export type ConsequencesInput = z.infer<typeof consequencesSchema>

export const planningSchema = z.strictObject({ initiativeId: id, version, nextMeasurementOn: day })

// The same fields the other way round: what is stored, as the forms hold it. Empty is not known.

type Stored = string | number | null | undefined
const asValues = (fields: Record<string, Stored>): FormValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === null || value === undefined ? '' : String(value),
    ]),
  )

const dutchNumber = (value: number | null) => value && String(value).replace('.', ',')

/** A goal as its form holds it. */
export function goalValues(goal: GoalView): FormValues {
  return asValues({
    goalRegionId: goal.region.id,
    goalTitle: goal.title,
    goalDescription: goal.description,
    goalSourceTitle: goal.source.title,
    goalSourceRef: goal.source.ref,
    goalSourceUrl: goal.source.url,
    goalStartsOn: goal.startsOn,
    goalEndsOn: goal.endsOn,
  })
}

/** A measure as its form holds it. */
export function measureValues(measure: MeasureView): FormValues {
  return asValues({
    measureGoalId: measure.goalId,
    measureTitle: measure.title,
    measureDescription: measure.description,
    measureInstrument: measure.instrumentType?.slug,
    measureResponsible: measure.responsible,
    measureSourceTitle: measure.source.title,
    measureSourceRef: measure.source.ref,
    measureStartsOn: measure.startsOn,
    measureEndsOn: measure.endsOn,
  })
}

/** A stream of money as its form holds it. */
export function fundingValues(funding: FundingView): FormValues {
  return asValues({
    fundingMeasureId: funding.measure?.id,
    fundingType: funding.type.slug,
    provider: funding.provider,
    amount: funding.amountEuro,
    amountQualifier:
      AMOUNT_QUALIFIERS.find((known) => known === funding.amountQualifier) ?? 'exact',
    fundingStartsOn: funding.startsOn,
    fundingEndsOn: funding.endsOn,
    purpose: funding.purpose,
    alignment: funding.alignment.slug,
    alignmentNote: funding.alignmentNote,
    afterFundingPlan: funding.afterFundingPlan,
    fundingSourceTitle: funding.sourceTitle,
    fundingSourceUrl: funding.sourceUrl,
  })
}

/** The part of the monitor that says why it should work, as its form holds it. */
export function theoryValues(monitor: MonitorView): FormValues {
  const { theoryOfChange, approachRationale, evaluationDesign, sideEffects, theorySteps } = monitor
  return asValues({
    theoryOfChange,
    approachRationale,
    evaluationDesign,
    sideEffects,
    theoryInput: theorySteps.input,
    theoryActivity: theorySteps.activity,
    theoryOutput: theorySteps.output,
    theoryOutcome: theorySteps.outcome,
    theoryImpact: theorySteps.impact,
  })
}

/** Reach and costs as their form holds them. */
export function costsValues({ reach, ...monitor }: MonitorView): FormValues {
  return asValues({
    reachInvited: reach.invited,
    reachStarted: reach.started,
    reachFinished: reach.finished,
    reachOutcome: reach.outcome,
    costPerParticipantLow: monitor.costBounds.participant.low,
    costPerParticipantHigh: monitor.costBounds.participant.high,
    costPerPlacementLow: monitor.costBounds.placement.low,
    costPerPlacementHigh: monitor.costBounds.placement.high,
    costPerParticipant: monitor.costPerParticipantEuro,
    costPerPlacement: monitor.costPerPlacementEuro,
    costBasis: monitor.costBasis,
  })
}

/** The trade-off balance as its form holds it: a row for each of the four kinds, also where nobody looked. */
export function consequencesValues(monitor: MonitorView): FormValues {
  const rows = Object.values(TradeOffDomain).flatMap((domain, index) => {
    const row = monitor.tradeOffs.find((entry) => entry.domain === domain)
    return Object.entries({
      domain,
      effect: row?.effect ?? TradeOffEffect.not_examined,
      hours: dutchNumber(row?.hoursPerWeek ?? null),
      carriedBy: row?.carriedBy,
      source: row?.sourceTitle,
    }).map(([field, value]): [string, Stored] => [`tradeOffs.${index}.${field}`, value])
  })
  return asValues({
    displacement: monitor.displacement.slug,
    displacementNote: monitor.displacementNote,
    ...Object.fromEntries(rows),
  })
}

/** The day of the next measurement as its form holds it. */
export function planningValues({ nextMeasurementOn }: MonitorView): FormValues {
  return asValues({ nextMeasurementOn })
}

const openTerm = z.strictObject({ slug: z.string(), label: z.string() })

/** The policy half of an initiative in the open data. What is not known is null. */
export const openMonitorSchema = z.strictObject({
  doelen: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      regio: z.string(),
      eigenaar: z.string().nullable(),
      bron: z.string().nullable(),
    }),
  ),
  maatregelen: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      doel: z.string(),
      instrument: openTerm.nullable(),
      verantwoordelijke: z.string().nullable(),
    }),
  ),
  financiering: z.array(
    z.strictObject({
      soort: openTerm,
      verstrekker: z.string(),
      bedragEuro: z.int().nullable(),
      bedragKwalificatie: z.enum(AMOUNT_QUALIFIERS).nullable(),
      begin: z.iso.date().nullable(),
      eind: z.iso.date().nullable(),
      aansluiting: openTerm,
      toelichting: z.string(),
    }),
  ),
  verandertheorie: z.string().nullable(),
  bereik: z.strictObject({
    uitgenodigd: z.int().nullable(),
    begonnen: z.int().nullable(),
    afgerond: z.int().nullable(),
  }),
  kostenPerDeelnemerEuro: z.int().nullable(),
  kostenPerPlaatsingEuro: z.int().nullable(),
  verdringing: openTerm,
  afruil: z.array(
    z.strictObject({
      domein: z.enum(TradeOffDomain),
      effect: z.enum(TradeOffEffect),
      urenPerWeek: z.number().nullable(),
    }),
  ),
  indicatoren: z.array(
    z.strictObject({
      label: z.string(),
      eenheid: z.string(),
      lagerIsBeter: z.boolean(),
      nulmeting: z.number().nullable(),
      doelwaarde: z.number().nullable(),
      doelOp: z.iso.date().nullable(),
      metingen: z.array(openMeasurementSchema),
    }),
  ),
  keten: z.array(
    z.strictObject({
      schakel: z.enum(['doel', 'maatregel', 'financiering', 'initiatief', 'indicator']),
      stand: z.enum(['aanwezig', 'ontbreekt', 'loopt-af']),
    }),
  ),
  signalen: z.array(z.string()),
})
