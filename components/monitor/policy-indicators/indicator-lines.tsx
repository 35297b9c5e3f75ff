import { useFormatter, useTranslations } from 'next-intl'
import { StatusWord, type StatusTone } from '@/components/base/ui/text'
import { isFewPeople, progressOf } from '@/lib/monitor/policy-indicators/rules'
import type {
  PolicyIndicatorView,
  PolicyPeople,
  ProgressState,
  YearValue,
} from '@/lib/monitor/policy-indicators/types'

const TONES: Readonly<Record<ProgressState, StatusTone>> = {
  reached: 'good',
  nearer: 'info',
  same: 'neutral',
  away: 'attention',
  open: 'neutral',
  noTarget: 'attention',
  noValue: 'attention',
}

/** Baseline, last value and target of each indicator in words, as they stood in a year. */
export function IndicatorLines({
  indicators,
  year,
}: {
  indicators: readonly PolicyIndicatorView[]
  year: number
}) {
  const t = useTranslations('policyIndicators')
  const format = useFormatter()
  if (indicators.length === 0) return <p className="text-sm text-clay">{t('none')}</p>
  return (
    <ul className="space-y-3 text-sm">
      {indicators.map((indicator) => {
        const { unit } = indicator
        const { state, latest } = progressOf(indicator, year)
        const shown = ({ value, year: of }: YearValue) => ({
          value: isFewPeople(value, unit)
            ? t('few')
            : t(`value.${unit}`, { value: format.number(value) }),
          year: String(of),
        })
        const { baseline, target } = indicator
        return (
          <li key={indicator.id}>
            <span className="font-semibold" lang="nl">
              {indicator.label}
            </span>
            {indicator.lowerIsBetter ? <span className="text-muted"> ({t('lower')})</span> : null}
            <span className="tabular block">
              {[
                baseline === null ? t('baselineNone') : t('baseline', shown(baseline)),
                latest === null ? t('latestNone') : t('latest', shown(latest)),
                target === null ? t('targetNone') : t('target', shown(target)),
              ].join(', ')}
            </span>
            <StatusWord tone={TONES[state]} isSentence>
              {t(`state.${state}`)}
            </StatusWord>
            {indicator.sourceTitle === null ? null : (
              <span className="block text-muted">
                {t('source', { source: indicator.sourceTitle })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function PeopleLine({ people }: { people: PolicyPeople }) {
  const t = useTranslations('policyIndicators')
  const format = useFormatter()
  const { group, planned, reached } = people
  if (group === null && planned === null && reached === null) return null
  const part = (count: number | null) => {
    if (count === null) return 'none'
    return isFewPeople(count) ? 'few' : format.number(count)
  }
  return (
    <p className="text-sm">
      {t('people', {
        group: part(group),
        planned: planned === null ? 'none' : format.number(planned),
        reached: part(reached),
      })}
    </p>
  )
}
