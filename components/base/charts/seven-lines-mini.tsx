import { useTranslations } from 'next-intl'
import type { CriterionLine } from './seven-lines-layout'

const MINI_WIDTH = 104
const miniX = (score: number) => 8 + (score - 1) * 22
const miniY = (row: number) => 5 + row * 8

export function SevenLinesMini({ criteria }: { criteria: readonly CriterionLine[] }) {
  const t = useTranslations('charts.sevenLines')
  const raters = Math.max(0, ...criteria.map((line) => line.n))
  const divided = criteria.filter((line) => line.divided).length
  return (
    <svg
      role="img"
      aria-label={t('mini', { raters, divided })}
      viewBox={`0 0 ${MINI_WIDTH} 58`}
      className="chart h-14 w-auto"
    >
      {criteria.map((line, row) => (
        <g key={line.slug}>
          <line
            x1={miniX(1)}
            x2={miniX(5)}
            y1={miniY(row)}
            y2={miniY(row)}
            className="stroke-hairline"
            strokeWidth="1"
            strokeDasharray={line.scores.length === 0 ? '2 3' : undefined}
          />
          {[...new Set(line.scores)].map((score) => (
            <circle key={score} cx={miniX(score)} cy={miniY(row)} r="2.4" className="fill-green" />
          ))}
          {line.median !== null && !line.provisional ? (
            <rect
              x={miniX(line.median) - 1.2}
              y={miniY(row) - 3.6}
              width="2.4"
              height="7.2"
              className="fill-ink"
            />
          ) : null}
          {line.selfScore !== null ? (
            <path
              d={`M${miniX(line.selfScore)} ${miniY(row) - 3.6}l3.6 3.6-3.6 3.6-3.6-3.6z`}
              fill="none"
              className="stroke-sky"
              strokeWidth="1"
            />
          ) : null}
        </g>
      ))}
    </svg>
  )
}
