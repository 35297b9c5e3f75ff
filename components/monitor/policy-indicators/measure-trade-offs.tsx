import { useFormatter, useTranslations } from 'next-intl'
import type { TradeOffView } from '@/lib/monitor/policies/types'

/** What a measure costs or brings elsewhere, as far as somebody looked. */
export function MeasureTradeOffs({ tradeOffs }: { tradeOffs: readonly TradeOffView[] }) {
  const t = useTranslations('policyIndicators')
  const format = useFormatter()
  const looked = tradeOffs.filter(({ effect }) => effect !== 'not_examined')
  if (looked.length === 0) return null
  return (
    <div className="text-sm">
      <p className="font-semibold text-muted">{t('tradeOffs')}</p>
      <ul>
        {looked.map(({ domain, effect, hoursPerWeek, carriedBy, sourceTitle }) => (
          <li key={domain}>
            {t('tradeOff', {
              domain: t(`domain.${domain}`),
              effect,
              hours: hoursPerWeek === null ? 'none' : format.number(hoursPerWeek),
              by: carriedBy ?? 'none',
            })}
            {sourceTitle === null ? null : (
              <span className="text-muted">. {t('source', { source: sourceTitle })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
