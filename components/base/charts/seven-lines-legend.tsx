import { useTranslations } from 'next-intl'

export function SevenLinesLegend({ stale }: { stale: boolean }) {
  const t = useTranslations('charts.sevenLines')
  const item = 'flex items-center gap-2'
  return (
    <ul data-picture="key" className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
      <li className={item}>
        <svg aria-hidden="true" viewBox="0 0 16 16" className="chart size-4">
          <circle cx="8" cy="8" r="5.5" className="fill-green" />
        </svg>
        {t('legendDot')}
      </li>
      {stale ? (
        <li className={item}>
          <svg aria-hidden="true" viewBox="0 0 16 16" className="chart size-4">
            <circle
              cx="8"
              cy="8"
              r="5"
              strokeDasharray="2 2"
              className="fill-paper stroke-muted"
              strokeWidth="1.5"
            />
          </svg>
          {t('legendStale')}
        </li>
      ) : null}
      <li className={item}>
        <svg aria-hidden="true" viewBox="0 0 16 16" className="chart size-4">
          <rect x="6" y="1" width="4" height="14" className="fill-ink" />
        </svg>
        {t('legendMedian')}
      </li>
      <li className={item}>
        <svg aria-hidden="true" viewBox="0 0 16 16" className="chart size-4">
          <path d="M8 2l6 6-6 6-6-6z" fill="none" className="stroke-sky" strokeWidth="2" />
        </svg>
        {t('legendSelf')}
      </li>
      <li className={item}>
        <svg aria-hidden="true" viewBox="0 0 24 16" className="chart h-4 w-6">
          <path d="M2 4v6h20V4" fill="none" className="stroke-clay" strokeWidth="2" />
        </svg>
        {t('legendDivided')}
      </li>
    </ul>
  )
}
