import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import type { FundingView, GoalView, MeasureView, MonitorView, TradeOffView } from './types'
import { AMOUNT_QUALIFIERS } from './schema'

type Stored = string | number | null | undefined
const asValues = (fields: Record<string, Stored>): FormValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === null || value === undefined ? '' : String(value),
    ]),
  )

const dutchNumber = (value: number | null) => value && String(value).replace('.', ',')

export function goalValues(goal: GoalView): FormValues {
  return asValues({
    goalRegionId: goal.region.id,
    goalTitle: goal.title,
    goalDescription: goal.description,
    goalCarriedBy: goal.carriedBy,
    goalPeopleGroup: goal.people.group,
    goalPeoplePlanned: goal.people.planned,
    goalPeopleReached: goal.people.reached,
    goalSourceTitle: goal.source.title,
    goalSourceRef: goal.source.ref,
    goalSourceUrl: goal.source.url,
    goalStartsOn: goal.startsOn,
    goalEndsOn: goal.endsOn,
  })
}

export function measureValues(measure: MeasureView): FormValues {
  return asValues({
    measureGoalId: measure.goalId,
    measureTitle: measure.title,
    measureDescription: measure.description,
    measureInstrument: measure.instrumentType?.slug,
    measureResponsible: measure.responsible,
    measurePeopleGroup: measure.people.group,
    measurePeoplePlanned: measure.people.planned,
    measurePeopleReached: measure.people.reached,
    measureSourceTitle: measure.source.title,
    measureSourceRef: measure.source.ref,
    measureStartsOn: measure.startsOn,
    measureEndsOn: measure.endsOn,
  })
}

export function fundingValues(funding: FundingView): FormValues {
  return asValues({
    fundingMeasureId: funding.measure?.id,
    fundingType: funding.type.slug,
    provider: funding.provider,
    amount: funding.amountEuro,
    amountQualifier:
      AMOUNT_QUALIFIERS.find((known) => known === funding.amountQualifier) ?? 'exact',
    overlap: funding.overlap,
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

/** A row for each of the four domains, also where nobody looked. */
export function tradeOffValues(tradeOffs: readonly TradeOffView[]): FormValues {
  const rows = Object.values(TradeOffDomain).flatMap((domain, index) => {
    const row = tradeOffs.find((entry) => entry.domain === domain)
    return Object.entries({
      domain,
      effect: row?.effect ?? TradeOffEffect.not_examined,
      hours: dutchNumber(row?.hoursPerWeek ?? null),
      carriedBy: row?.carriedBy,
      source: row?.sourceTitle,
    }).map(([field, value]): [string, Stored] => [`tradeOffs.${index}.${field}`, value])
  })
  return asValues(Object.fromEntries(rows))
}

export function consequencesValues(monitor: MonitorView): FormValues {
  return {
    ...asValues({
      displacement: monitor.displacement.slug,
      displacementNote: monitor.displacementNote,
    }),
    ...tradeOffValues(monitor.tradeOffs),
  }
}

export function planningValues({ nextMeasurementOn }: MonitorView): FormValues {
  return asValues({ nextMeasurementOn })
}
