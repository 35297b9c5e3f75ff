/**
 * Pure: today is an argument, so that page, test and report agree.
 * Source: docs/domain.md, 4; docs/model.md, "The policy monitor".
 */
import { addMonths, type CalendarDate, daysBetween } from '@/lib/base/text/calendar'
import {
  type OpenEnds,
  type Lifecycle,
  MONITOR_PARTS,
  type MonitorPart,
  type MonitorView,
  type RegionGoal,
  type RegionInitiative,
} from './types'
import type { Chain, ChainFacts, FundingFacts, MonitorFacts, Step, StepCode } from './chain.types'

/** Threshold for a signal on the initiative. */
export const FUNDING_ENDS_SOON_DAYS = 180
/** Threshold for an open end of the region. */
export const FUNDING_HORIZON_MONTHS = 12
/** Older than this is not recent for a running initiative. */
export const RECENT_MEASUREMENT_MONTHS = 12

/** Structural; any other funding without an end date has an unknown end. */
const STRUCTURAL = 'structureel'
const UNKNOWN_FUNDING = 'onbekend'

export type FundingExpiry =
  | { kind: 'none' }
  | { kind: 'continues' }
  | { kind: 'endUnknown' }
  | { kind: 'ends'; on: CalendarDate; days: number; planned: boolean; provider: string }

/** The last known end. An unknown end does not extend it, structural funding does. */
export function fundingExpiry(
  fundings: readonly FundingFacts[],
  today: CalendarDate,
): FundingExpiry {
  const known = fundings.filter(
    (funding) => funding.typeSlug !== UNKNOWN_FUNDING || funding.endsOn !== null,
  )
  if (known.length === 0) return { kind: 'none' }
  if (known.some((funding) => funding.typeSlug === STRUCTURAL && funding.endsOn === null))
    return { kind: 'continues' }
  const on = known
    .map((funding) => funding.endsOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (on === undefined) return { kind: 'endUnknown' }
  const last = known.filter((funding) => funding.endsOn === on)
  return {
    kind: 'ends',
    on,
    days: daysBetween(today, on),
    planned: last.some((funding) => funding.hasPlan),
    provider: last[0]?.provider ?? '',
  }
}

/** True when no follow-up funding or fresh measurement is needed. */
export function isOver(lifecycle: Lifecycle): boolean {
  return lifecycle === 'completed' || lifecycle === 'stopped'
}

/** True when funding ended or ends within twelve months without a follow-up. */
export function endsWithoutFollowUp(
  fundings: readonly FundingFacts[],
  lifecycle: Lifecycle,
  today: CalendarDate,
): boolean {
  const horizon = fundingExpiry(fundings, today)
  if (horizon.kind !== 'ends' || horizon.planned || isOver(lifecycle)) return false
  return horizon.on <= addMonths(today, FUNDING_HORIZON_MONTHS)
}

function moneyStep(facts: ChainFacts, today: CalendarDate): Step {
  const horizon = fundingExpiry(facts.fundings, today)
  const count = facts.fundings.length
  const step = (state: Step['state'], code: StepCode, on: CalendarDate | null = null): Step => ({
    kind: 'funding',
    state,
    code,
    count,
    on,
  })
  if (horizon.kind === 'none') return step('missing', 'fundingMissing')
  if (horizon.kind === 'continues') return step('present', 'fundingPresent')
  if (horizon.kind === 'endUnknown') return step('present', 'fundingOpenEnd')
  if (isOver(facts.lifecycle)) return step('present', 'fundingPresent', horizon.on)
  if (horizon.days < 0) return step('missing', 'fundingEnded', horizon.on)
  if (endsWithoutFollowUp(facts.fundings, facts.lifecycle, today))
    return step('ending', 'fundingEnding', horizon.on)
  return step('present', 'fundingPresent', horizon.on)
}

const INITIATIVE_CODE: Record<Lifecycle, StepCode> = {
  planned: 'initiativePlanned',
  running: 'initiativeRunning',
  completed: 'initiativeCompleted',
  stopped: 'initiativeStopped',
  unknown: 'initiativeUnknown',
}

/** The five steps of one initiative. */
export function chainOf(facts: ChainFacts, today: CalendarDate): Chain {
  const linked = (kind: 'goal' | 'measure', count: number): Step => ({
    kind,
    count,
    on: null,
    state: count > 0 ? 'present' : 'missing',
    code: count > 0 ? `${kind}Present` : `${kind}Missing`,
  })
  const measured = facts.measuredCount > 0
  const indicatorCode = measured
    ? 'indicatorMeasured'
    : facts.indicatorCount > 0
      ? 'indicatorUnmeasured'
      : 'indicatorMissing'
  return {
    initiativeId: facts.initiativeId,
    steps: [
      linked('goal', facts.goals),
      linked('measure', facts.measures),
      moneyStep(facts, today),
      {
        kind: 'initiative',
        state: 'present',
        code: INITIATIVE_CODE[facts.lifecycle],
        count: 1,
        on: null,
      },
      {
        kind: 'indicator',
        state: measured ? 'present' : 'missing',
        code: indicatorCode,
        count: facts.indicatorCount,
        on: null,
      },
    ],
  }
}

/** False when all target groups work unpaid by definition (volunteers, carers). */
export function aimsAtPaidWork(targetGroupWork: readonly string[]): boolean {
  return targetGroupWork.length === 0 || targetGroupWork.some((work) => work !== 'onbetaald')
}

/** The facts for chain and signals, from the whole monitor. */
export function factsOf(monitor: MonitorView): MonitorFacts {
  return {
    initiativeId: monitor.initiativeId,
    lifecycle: monitor.lifecycle,
    goals: monitor.goals.length,
    measures: monitor.measures.length,
    fundings: monitor.fundings.map((funding) => ({
      typeSlug: funding.type.slug,
      provider: funding.provider,
      alignmentSlug: funding.alignment.slug,
      endsOn: funding.endsOn,
      hasPlan: funding.afterFundingPlan !== null,
    })),
    indicatorCount: monitor.indicators.length,
    measuredCount: monitor.indicators.filter((indicator) => indicator.measurements.length > 0)
      .length,
    indicators: monitor.indicators.map((indicator) => ({
      label: indicator.label,
      resultTypeSlug: indicator.resultType.slug,
      hasBaseline: indicator.baseline.value !== null,
      measurements: indicator.measurements.map(({ measuredOn, periodEnd, n }) => ({
        on: measuredOn ?? periodEnd,
        n,
      })),
    })),
    displacementSlug: monitor.displacement.slug,
    targetGroupWork: monitor.targetGroupWork,
    hasStyle: monitor.approachStyles.length > 0,
    hasStyleRationale: monitor.approachRationale !== null,
  }
}

/** The open ends of a region. */
export function regionOpenEnds(
  goals: readonly Pick<RegionGoal, 'id' | 'initiatives'>[],
  initiatives: readonly RegionInitiative[],
  today: CalendarDate,
): OpenEnds {
  return {
    goalsWithoutInitiative: goals
      .filter((goal) => goal.initiatives.length === 0)
      .map((goal) => goal.id),
    initiativesWithoutGoal: initiatives
      .filter((initiative) => initiative.goalIds.length === 0)
      .map((initiative) => initiative.id),
    moneyWithoutMeasurement: initiatives
      .filter(
        ({ chain }) =>
          fundingExpiry(chain.fundings, today).kind !== 'none' && chain.measuredCount === 0,
      )
      .map((initiative) => initiative.id),
    moneyEnding: initiatives.flatMap(({ id, chain }) => {
      const horizon = fundingExpiry(chain.fundings, today)
      if (horizon.kind !== 'ends' || !endsWithoutFollowUp(chain.fundings, chain.lifecycle, today))
        return []
      return [{ initiativeId: id, on: horizon.on }]
    }),
  }
}

/** The parts nobody filled in, without what a signal says or what depends on another part. */
export function missingParts(monitor: MonitorView): MonitorPart[] {
  const { fundings, indicators, reach } = monitor
  const known = fundings.filter((funding) => funding.type.slug !== UNKNOWN_FUNDING)
  const missing: Record<MonitorPart, boolean> = {
    goal: monitor.goals.length === 0,
    measure: monitor.measures.length === 0,
    funding: known.length === 0,
    fundingEnd: known.some(
      (funding) => funding.endsOn === null && funding.type.slug !== STRUCTURAL,
    ),
    alignment: fundings.some((funding) => funding.alignment.slug === 'niet-beoordeeld'),
    theory: monitor.theoryOfChange === null,
    indicator: indicators.length === 0,
    measurement:
      indicators.length > 0 && indicators.every((indicator) => indicator.measurements.length === 0),
    target:
      indicators.length > 0 && indicators.every((indicator) => indicator.target.value === null),
    reach: reach.invited === null && reach.started === null && reach.finished === null,
    costs: monitor.costPerParticipantEuro === null && monitor.costPerPlacementEuro === null,
    nextMeasurement: !isOver(monitor.lifecycle) && monitor.nextMeasurementOn === null,
  }
  return MONITOR_PARTS.filter((part) => missing[part])
}
