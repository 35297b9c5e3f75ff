import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import type { FundingView, GoalView, MeasureView, MonitorView } from './types'
import { AMOUNT_QUALIFIERS } from './schema'

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
