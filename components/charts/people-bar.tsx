import { useTranslations } from 'next-intl'

interface PeopleBarProps {
  numerator: number
  n: number
  /** What happened to them, such as "vonden werk". */
  outcome: string
  /** 95% interval in whole percents. */
  interval?: { low: number; high: number }
}

const MAX_FIGURES = 60

/** A result told in people first: "12 van de 20 deelnemers", then the share with its interval. */
export function PeopleBar({ numerator, n, outcome, interval }: PeopleBarProps) {
  const t = useTranslations('charts.people')
  const perRow = 20
  const rows = Math.ceil(n / perRow)
  return (
    <div>
      <p className="font-serif text-xl">{t('words', { numerator, n, outcome })}</p>
      {n <= MAX_FIGURES ? (
        <svg aria-hidden="true" viewBox={`0 0 ${Math.min(n, perRow) * 14} ${rows * 16}`} className="chart mt-2 h-auto w-full max-w-xs">
          {Array.from({ length: n }, (_, index) => {
            const cx = (index % perRow) * 14 + 7
            const top = Math.floor(index / perRow) * 16 + 2
            const done = index < numerator
            return (
              <g key={index} className={done ? 'fill-green stroke-green' : 'fill-paper stroke-edge'} strokeWidth="1">
                <circle cx={cx} cy={top + 3} r="2.4" />
                <path d={`M${cx - 3.6} ${top + 12}v-2a3.6 3.6 0 0 1 7.2 0v2z`} />
              </g>
            )
          })}
        </svg>
      ) : null}
      <p className="mt-1 text-sm text-muted">
        {interval ? t('shareInterval', { share: Math.round((numerator / n) * 100), low: interval.low, high: interval.high }) : t('share', { share: Math.round((numerator / n) * 100) })}
      </p>
    </div>
  )
}
