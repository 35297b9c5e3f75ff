import type { TradeOffView } from '@/lib/monitor/policies/types'
import { isFewPeople, progressOf } from '@/lib/monitor/policy-indicators/rules'
import type {
  PolicyIndicatorView,
  PolicyPeople,
  YearValue,
} from '@/lib/monitor/policy-indicators/types'
import type { PaperWords } from './paper-words'

/** Baseline, last value and target up to a year, and whether it came nearer. */
export function policyIndicatorText(
  { targets: t, format }: PaperWords,
  indicator: PolicyIndicatorView,
  year: number,
): string {
  const { label, unit, baseline, target } = indicator
  const { state, latest } = progressOf(indicator, year)
  const shown = ({ value, year: of }: YearValue) => ({
    value: isFewPeople(value, unit)
      ? t('few')
      : t(`value.${unit}`, { value: format.number(value) }),
    year: String(of),
  })
  const parts = [
    baseline === null ? t('baselineNone') : t('baseline', shown(baseline)),
    latest === null ? t('latestNone') : t('latest', shown(latest)),
    target === null ? t('targetNone') : t('target', shown(target)),
  ]
  return `${label}: ${parts.join(', ')}. ${t(`state.${state}`)}.`
}

/** People to be reached and reached, without a number that could point at someone. */
export function peopleText(
  { targets: t, format }: PaperWords,
  { group, planned, reached }: PolicyPeople,
): string | null {
  if (group === null && planned === null && reached === null) return null
  const part = (count: number | null) => {
    if (count === null) return 'none'
    return isFewPeople(count) ? 'few' : format.number(count)
  }
  return t('people', {
    group: part(group),
    planned: planned === null ? 'none' : format.number(planned),
    reached: part(reached),
  })
}

/** What a measure costs or brings elsewhere, as far as somebody looked. */
export const tradeOffTexts = (
  { targets: t, format }: PaperWords,
  tradeOffs: readonly TradeOffView[],
): string[] =>
  tradeOffs
    .filter(({ effect }) => effect !== 'not_examined')
    .map(({ domain, effect, hoursPerWeek, carriedBy }) =>
      t('tradeOff', {
        domain: t(`domain.${domain}`),
        effect,
        hours: hoursPerWeek === null ? 'none' : format.number(hoursPerWeek),
        by: carriedBy ?? 'none',
      }),
    )
