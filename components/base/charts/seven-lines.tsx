import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { StatusWord } from '@/components/base/ui/text'
import { AXIS_WIDTH, SCORES, scoreX } from './score-axis'
import { SevenLinesLegend } from './seven-lines-legend'
import { spread, stackDots, type CriterionLine } from './seven-lines-layout'

const BASE = 40

function Scale() {
  return (
    <>
      {SCORES.map((point) => (
        <g key={point}>
          <line
            x1={scoreX(point)}
            x2={scoreX(point)}
            y1={BASE - 3}
            y2={BASE + 3}
            className="stroke-edge"
            strokeWidth="1.5"
          />
          <text
            x={scoreX(point)}
            y={BASE + 20}
            textAnchor="middle"
            fontSize="13"
            className="fill-muted tabular"
          >
            {point}
          </text>
        </g>
      ))}
    </>
  )
}

function Line({ line }: { line: CriterionLine }) {
  const ends = spread(line.scores)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${AXIS_WIDTH} 66`}
      className="chart h-auto w-full max-w-md"
    >
      <line
        x1={scoreX(1)}
        x2={scoreX(5)}
        y1={BASE}
        y2={BASE}
        className={ends ? 'stroke-edge' : 'stroke-clay'}
        strokeWidth="1.5"
        strokeDasharray={ends ? undefined : '3 6'}
      />
      <Scale />
      {line.divided && ends ? (
        <path
          d={`M${scoreX(ends.low)} ${BASE + 5}v5H${scoreX(ends.high)}v-5`}
          fill="none"
          className="stroke-clay"
          strokeWidth="2"
        />
      ) : null}
      {line.median !== null && !line.provisional ? (
        <rect
          x={scoreX(line.median) - 2.5}
          y={BASE - 15}
          width="5"
          height="30"
          rx="1"
          className="fill-ink"
        />
      ) : null}
      {stackDots(line.scores, line.stale).map(({ score, level, stale }, index) => (
        <circle
          key={index}
          cx={scoreX(score)}
          cy={BASE - level * 13}
          r={stale ? 5 : 6}
          strokeWidth="1.5"
          strokeDasharray={stale ? '2 2' : undefined}
          className={stale ? 'fill-paper stroke-muted' : 'fill-green stroke-paper'}
        />
      ))}
      {line.selfScore !== null ? (
        <path
          d={`M${scoreX(line.selfScore)} ${BASE - 11}l11 11-11 11-11-11z`}
          fill="none"
          className="stroke-sky"
          strokeWidth="2"
        />
      ) : null}
    </svg>
  )
}

export function useLineText(): (line: CriterionLine) => string {
  const t = useTranslations('charts.sevenLines')
  return (line) => {
    const parts: string[] = []
    if (line.n === 0) parts.push(t('nobody'))
    else if (line.scores.length === 0) parts.push(t('nobodyCould', { n: line.n }))
    else if (line.provisional || line.median === null)
      parts.push(
        t('scores', { scores: line.scores.toSorted((a, b) => a - b).join(', '), n: line.n }),
      )
    else parts.push(t('median', { median: line.median, n: line.n }))
    if (line.scores.length > 0 && line.cannotJudge > 0)
      parts.push(t('cannotJudge', { count: line.cannotJudge }))
    if (line.stale && line.stale.length > 0) parts.push(t('stale', { count: line.stale.length }))
    if (line.selfScore !== null) parts.push(t('self', { score: line.selfScore }))
    return parts.join(' · ')
  }
}

function LinesTable({ criteria }: { criteria: readonly CriterionLine[] }) {
  const t = useTranslations('charts.sevenLines')
  return (
    <DataTable
      caption={t('tableCaption')}
      captionHidden
      rows={criteria}
      rowKey={(line) => line.slug}
      columns={[
        { key: 'label', header: t('criterion'), cell: (line) => line.label },
        {
          key: 'median',
          header: t('medianColumn'),
          numeric: true,
          cell: (line) => (line.provisional ? t('provisional') : (line.median ?? '–')),
        },
        {
          key: 'scores',
          header: t('scoresColumn'),
          cell: (line) => line.scores.toSorted((a, b) => a - b).join(', ') || '–',
        },
        {
          key: 'cannot',
          header: t('cannotColumn'),
          numeric: true,
          cell: (line) => line.cannotJudge,
        },
        {
          key: 'divided',
          header: t('dividedColumn'),
          cell: (line) => (line.divided ? t('yes') : t('no')),
        },
        {
          key: 'self',
          header: t('selfColumn'),
          numeric: true,
          cell: (line) => line.selfScore ?? '–',
        },
      ]}
    />
  )
}

interface SevenLinesProps {
  criteria: readonly CriterionLine[]
  detail?: (slug: string) => ReactNode
  picture?: PictureOf | undefined
}

/** Seven lines, never a total. The table has the same figures. */
export function SevenLines({ criteria, detail, picture }: SevenLinesProps) {
  const t = useTranslations('charts.sevenLines')
  const lineText = useLineText()
  return (
    <Figure
      caption={t('caption')}
      picture={
        picture && {
          id: 'grafiek-criteria',
          title: `${t('tableCaption')}: ${picture.about}`,
          page: picture.page,
        }
      }
      table={{
        label: t('table'),
        content: <LinesTable criteria={criteria} />,
      }}
    >
      <SevenLinesLegend stale={criteria.some(({ stale }) => (stale?.length ?? 0) > 0)} />
      <ol data-picture="rows" className="mt-4">
        {criteria.map((line) => (
          <li key={line.slug} className="border-t border-hairline py-3">
            <div className="grid items-center gap-x-8 gap-y-1 md:grid-cols-[16rem_minmax(0,1fr)]">
              <div>
                <p className="font-serif text-lg leading-snug font-semibold">{line.label}</p>
                <p className="text-sm text-muted">{lineText(line)}</p>
                {line.divided ? <StatusWord tone="attention">{t('divided')}</StatusWord> : null}
              </div>
              <Line line={line} />
            </div>
            {detail?.(line.slug)}
          </li>
        ))}
      </ol>
    </Figure>
  )
}
