/** What the data of a monitor says by itself, without typing. Source: docs/domain.md, 4. */
import { groupSize } from '@/lib/knowledge/evidence/disclosure.rules'
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import type { IndicatorFacts, MonitorFacts, Signal } from './chain.types'
import {
  aimsAtPaidWork,
  FUNDING_ENDS_SOON_DAYS,
  isOver,
  fundingExpiry,
  RECENT_MEASUREMENT_MONTHS,
} from './rules'

type MeasurementFacts = IndicatorFacts['measurements'][number]

/** The latest measurement; one without a day only when there is no other. */
export function latestMeasurement(
  measurements: readonly MeasurementFacts[],
): MeasurementFacts | null {
  return [...measurements].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '')).at(-1) ?? null
}

const signal = (kind: Signal['kind'], extra: Partial<Signal> = {}): Signal => ({
  kind,
  subject: null,
  on: null,
  count: null,
  ...extra,
})

function moneySignals(facts: MonitorFacts, today: CalendarDate): Signal[] {
  const horizon = fundingExpiry(facts.fundings, today)
  const signals: Signal[] = []
  if (
    horizon.kind === 'ends' &&
    !horizon.planned &&
    !isOver(facts.lifecycle) &&
    horizon.days <= FUNDING_ENDS_SOON_DAYS
  ) {
    signals.push(
      signal('fundingEnding', {
        subject: horizon.provider,
        on: horizon.on,
        count: horizon.days,
      }),
    )
  }
  for (const funding of facts.fundings) {
    if (funding.alignmentSlug === 'sluit-niet-aan')
      signals.push(signal('fundingMisaligned', { subject: funding.provider }))
  }
  return signals
}

function groupSignal(indicator: IndicatorFacts): Signal | null {
  const n = latestMeasurement(indicator.measurements)?.n ?? null
  const size = n === null ? 'normal' : groupSize(n)
  if (size === 'normal') return null
  // A hidden number stays hidden here too.
  return size === 'hidden'
    ? signal('tooSmallToShow', { subject: indicator.label })
    : signal('smallGroup', { subject: indicator.label, count: n })
}

function measurementSignals(facts: MonitorFacts, today: CalendarDate): Signal[] {
  const signals: Signal[] = []
  for (const indicator of facts.indicators) {
    if (indicator.resultTypeSlug === 'outcome' && !indicator.hasBaseline) {
      signals.push(signal('noBaseline', { subject: indicator.label }))
    }
    const group = groupSignal(indicator)
    if (group) signals.push(group)
  }
  const latest = latestMeasurement(facts.indicators.flatMap((indicator) => indicator.measurements))
  const oldest = addMonths(today, -RECENT_MEASUREMENT_MONTHS)
  if (facts.lifecycle === 'running' && latest && (latest.on === null || latest.on < oldest)) {
    signals.push(signal('noRecentMeasurement', { on: latest.on }))
  }
  return signals
}

/** The signals of a monitor, funding first. */
export function deriveSignals(facts: MonitorFacts, today: CalendarDate): Signal[] {
  const signals = [...moneySignals(facts, today), ...measurementSignals(facts, today)]
  if (facts.displacementSlug === 'niet-onderzocht' && aimsAtPaidWork(facts.targetGroupWork)) {
    signals.push(signal('displacementNotExamined'))
  }
  if (facts.hasStyle && !facts.hasStyleRationale) signals.push(signal('styleWithoutReason'))
  return signals
}
