import { useTranslations } from 'next-intl'
import { PeopleDrawing, PeopleKey } from './people-drawing'

interface PeopleBarProps {
  numerator: number
  n: number
  outcome: string
  /** 95% interval, in people and in whole percents. */
  interval?: { low: number; high: number; lowShare: number; highShare: number }
  without?: number | null
}

function Key({ part, children }: { part: 'gained' | 'anyway' | 'lost'; children: string }) {
  return (
    <li className="flex items-center gap-2">
      <PeopleKey part={part} />
      {children}
    </li>
  )
}

export function PeopleBar({ numerator, n, outcome, interval, without = null }: PeopleBarProps) {
  const t = useTranslations('charts.people')
  const share = Math.round((numerator / n) * 100)
  return (
    <div>
      <p className="font-serif text-xl">{t('words', { numerator, n, outcome })}</p>
      <PeopleDrawing numerator={numerator} n={n} without={without ?? 0} />
      {without === null ? null : (
        <ul className="mt-1 flex flex-wrap gap-x-5 text-sm text-muted">
          {numerator > without ? (
            <Key part="gained">{t('gained', { count: numerator - without })}</Key>
          ) : null}
          <Key part="anyway">{t('anyway', { count: Math.min(without, numerator) })}</Key>
          {without > numerator ? (
            <Key part="lost">{t('lost', { count: without - numerator })}</Key>
          ) : null}
        </ul>
      )}
      <p className="mt-1 text-sm text-muted">
        {interval ? t('shareInterval', { share, n, ...interval }) : t('share', { share })}
      </p>
    </div>
  )
}
