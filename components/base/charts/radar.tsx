import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { CENTRE, radarPath, radarPoint } from './radar-layout'
import { SCORES } from './score-axis'
import type { CriterionLine } from './seven-lines-layout'

const SIZE = CENTRE * 2

function RadarGrid({ criteria }: { criteria: readonly CriterionLine[] }) {
  const axes = criteria.length
  return (
    <>
      {SCORES.map((ring) => (
        <path
          key={ring}
          d={radarPath(Array.from({ length: axes }, () => ring))}
          fill="none"
          className="stroke-hairline"
          strokeWidth="1"
        />
      ))}
      {criteria.map(({ slug, label }, axis) => {
        const rim = radarPoint(axis, axes, 5)
        const name = radarPoint(axis, axes, 5.7)
        const anchor = Math.abs(name.x - CENTRE) < 12 ? 'middle' : name.x > CENTRE ? 'start' : 'end'
        return (
          <g key={slug}>
            <line
              x1={CENTRE}
              y1={CENTRE}
              x2={rim.x}
              y2={rim.y}
              className="stroke-hairline"
              strokeWidth="1"
            />
            <text x={name.x} y={name.y + 4} textAnchor={anchor} fontSize="11" className="fill-ink">
              {label.length > 22 ? `${label.slice(0, 20)}…` : label}
            </text>
          </g>
        )
      })}
      {SCORES.map((ring) => {
        const { x, y } = radarPoint(0, axes, ring)
        return (
          <text key={ring} x={x + 5} y={y + 3} fontSize="9" className="fill-muted tabular">
            {ring}
          </text>
        )
      })}
    </>
  )
}

function RadarDrawing({
  criteria,
  medians,
  label,
}: {
  criteria: readonly CriterionLine[]
  medians: readonly (number | null)[]
  label: string
}) {
  const axes = criteria.length
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-70 0 ${SIZE + 140} ${SIZE}`}
      className="chart h-auto w-full max-w-lg"
    >
      <RadarGrid criteria={criteria} />
      <path d={radarPath(medians)} fill="none" className="stroke-ink" strokeWidth="2.5" />
      {medians.map((score, axis) => {
        if (score === null) return null
        const { x, y } = radarPoint(axis, axes, score)
        return <rect key={axis} x={x - 4} y={y - 4} width="8" height="8" className="fill-ink" />
      })}
      {criteria.map(({ slug, selfScore }, axis) => {
        if (selfScore === null) return null
        const { x, y } = radarPoint(axis, axes, selfScore)
        return (
          <path
            key={slug}
            d={`M${x} ${y - 7}l7 7-7 7-7-7z`}
            fill="none"
            className="stroke-sky"
            strokeWidth="2"
          />
        )
      })}
    </svg>
  )
}

function RadarTable({ criteria }: { criteria: readonly CriterionLine[] }) {
  const t = useTranslations('charts.radar')
  return (
    <DataTable
      caption={t('table')}
      captionHidden
      rows={criteria}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'label', header: t('criterion'), cell: ({ label }) => label },
        {
          key: 'median',
          header: t('median'),
          numeric: true,
          cell: ({ median, provisional }) =>
            provisional || median === null ? t('unknown') : median,
        },
        {
          key: 'self',
          header: t('self'),
          numeric: true,
          cell: ({ selfScore }) => selfScore ?? '–',
        },
      ]}
    />
  )
}

/** Never the first view; the text says that its area means nothing. */
export function Radar({
  criteria,
  picture,
}: {
  criteria: readonly CriterionLine[]
  picture: PictureOf | undefined
}) {
  const t = useTranslations('charts.radar')
  const medians = criteria.map(({ median, provisional }) => (provisional ? null : median))
  const words = criteria
    .map(({ label }, index) => `${label} ${medians[index] ?? t('unknown')}`)
    .join(', ')
  return (
    <Figure
      caption={t('caption')}
      picture={
        picture && {
          id: 'grafiek-radar',
          title: `${t('title')}: ${picture.about}`,
          page: picture.page,
        }
      }
      table={{
        label: t('table'),
        content: <RadarTable criteria={criteria} />,
      }}
    >
      <RadarDrawing criteria={criteria} medians={medians} label={t('label', { words })} />
    </Figure>
  )
}
