import { toCalendarDate } from '@/lib/base/text/calendar'
import type { FundingFacts, IndicatorFacts, MonitorFacts } from '@/lib/monitor/policies/chain.types'

export const TODAY = '2026-11-24'

export const inDays = (days: number) =>
  toCalendarDate(new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000))

export const funding = (change: Partial<FundingFacts> = {}): FundingFacts => ({
  typeSlug: 'provinciale-subsidie',
  provider: 'Provincie',
  alignmentSlug: 'sluit-aan',
  endsOn: null,
  hasPlan: false,
  ...change,
})

export const indicator = (change: Partial<IndicatorFacts> = {}): IndicatorFacts => ({
  label: 'Betaald werk',
  resultTypeSlug: 'outcome',
  hasBaseline: true,
  measurements: [{ on: TODAY, n: 100 }],
  ...change,
})

export const facts = ({
  indicators = [indicator()],
  ...change
}: Partial<MonitorFacts> = {}): MonitorFacts => ({
  initiativeId: 'a',
  lifecycle: 'running',
  goals: 1,
  measures: 1,
  fundings: [funding({ typeSlug: 'structureel' })],
  indicators,
  indicatorCount: indicators.length,
  measuredCount: indicators.filter((item) => item.measurements.length > 0).length,
  displacementSlug: 'geen-verdringing',
  targetGroupWork: ['geen'],
  hasStyle: true,
  hasStyleRationale: true,
  ...change,
})
