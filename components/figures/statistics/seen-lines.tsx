import { useFormatter, useTranslations } from 'next-intl'
import {
  TimeKey,
  TimeLines,
  type Emphasis,
  type TimeLine,
} from '@/components/base/charts/time-lines'
import { RegionName } from '@/components/figures/indicators/figure-text'
import { periodStart } from '@/lib/figures/statistics/rules'
import type { DatasetFigures, SeenFigure } from '@/lib/figures/statistics/types'

const MOST_LINES = 60

interface SeenLinesProps {
  dataset: DatasetFigures
  chosen: string | undefined
  label: string
  unit: string
}

function byRegion(figures: readonly SeenFigure[]): Map<string, SeenFigure[]> {
  const rows = new Map<string, SeenFigure[]>()
  for (const figure of figures)
    if (figure.breakdown === '')
      rows.set(figure.region.code, [...(rows.get(figure.region.code) ?? []), figure])
  return rows
}

export function canDrawLines({ figures }: DatasetFigures): boolean {
  const rows = byRegion(figures)
  const periods = new Set(
    figures.flatMap(({ breakdown, period, value }) =>
      breakdown === '' && value !== null ? [period] : [],
    ),
  )
  return periods.size > 1 && rows.size > 0 && rows.size <= MOST_LINES
}

export function SeenLines({ dataset, chosen, label, unit }: SeenLinesProps) {
  const t = useTranslations('statistics.lines')
  const format = useFormatter()
  const rows = byRegion(dataset.figures)
  const emphasisOf = (code: string): Emphasis =>
    code === chosen || rows.size === 1 ? 'chosen' : code === 'NL' ? 'beside' : 'other'
  const lines = [...rows].map(([code, figures]): TimeLine => ({
    key: code,
    emphasis: emphasisOf(code),
    points: figures.flatMap(({ period, value, status }) => {
      const on = periodStart(period)
      return on === null ? [] : [{ on, value, provisional: status === 'provisional' }]
    }),
  }))
  const latest = (figures: readonly SeenFigure[]) =>
    figures
      .filter(({ value }) => value !== null)
      .toSorted((a, b) => a.period.localeCompare(b.period))
      .at(-1)
  const named = [...rows]
    .filter(([code]) => emphasisOf(code) !== 'other')
    .toSorted(([a], [b]) => emphasisOf(b).localeCompare(emphasisOf(a)))
  const others = rows.size - named.length
  return (
    <>
      <ul data-picture="key" className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        {named.map(([code, figures]) => {
          const last = latest(figures)
          return (
            <li key={code} className="flex items-center gap-2">
              <TimeKey emphasis={emphasisOf(code)} />
              <span>
                {figures[0] ? <RegionName region={figures[0].region} /> : null}
                {last?.value == null
                  ? null
                  : `: ${t('last', { value: format.number(last.value, { maximumFractionDigits: 2 }), unit: unit === '%' ? 'percent' : 'other', year: last.period.slice(0, 4) })}`}
              </span>
            </li>
          )
        })}
        {others > 0 ? (
          <li className="flex items-center gap-2">
            <TimeKey emphasis="other" />
            <span>{t('others', { count: others })}</span>
          </li>
        ) : null}
      </ul>
      <TimeLines lines={lines} label={t('label', { label, count: rows.size })} unit={unit} />
    </>
  )
}
