import { useFormatter, useTranslations } from 'next-intl'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { BESIDE, type Ending, type Quarter } from '@/lib/monitor/expiring-funding/types'

export function useWhen(quarters: readonly Quarter[]) {
  const t = useTranslations('expiringFunding')
  return (key: string) => {
    const beside = BESIDE.find((known) => known === key)
    const quarter = quarters.find((known) => known.key === key)
    return beside
      ? t(`beside.${beside}`)
      : quarter
        ? t('quarter', { quarter: quarter.quarter, year: String(quarter.year) })
        : key
  }
}

export function EndingText({ ending }: { ending: Ending }) {
  const t = useTranslations('expiringFunding')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  if (ending.streams === 0) return <span className="text-muted">{t('streams', { count: 0 })}</span>
  return (
    <>
      <span className="font-semibold tabular">
        {t('amount', {
          known: ending.amounts.known,
          unknown: ending.streams - ending.amounts.known,
          euro: moneyText(together, (euro) => format.number(euro, EURO), ending.amounts),
        })}
      </span>
      <span className="block text-muted">
        {t('streams', { count: ending.streams })}
        {ending.unfollowedStreams === 0 ? null : (
          <>
            {', '}
            <span className="text-clay">{t('loose', { count: ending.unfollowedStreams })}</span>
          </>
        )}
      </span>
    </>
  )
}
