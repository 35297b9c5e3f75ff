import { markPath, type OverlaySeries } from './overlay-layout'
import { AXIS_WIDTH, SCORES, scoreX } from './score-axis'
import { FILL, OPEN, ofSeries } from './series-look'
import { SeriesMark } from './series-mark'

const LANE = 15

function Scale({ height }: { height: number }) {
  return (
    <>
      {SCORES.map((point) => (
        <g key={point}>
          <line
            x1={scoreX(point)}
            x2={scoreX(point)}
            y1="4"
            y2={height}
            className="stroke-hairline"
            strokeWidth="1"
          />
          <text
            x={scoreX(point)}
            y={height + 13}
            textAnchor="middle"
            fontSize="12"
            className="fill-muted tabular"
          >
            {point}
          </text>
        </g>
      ))}
    </>
  )
}

function SeriesScores({
  line,
  index,
}: {
  line: OverlaySeries['lines'][number] | undefined
  index: number
}) {
  const y = 6 + LANE / 2 + index * LANE
  if (!line || line.scores.length === 0 || line.median === null) {
    return (
      <line
        x1={scoreX(1)}
        x2={scoreX(5)}
        y1={y}
        y2={y}
        className="stroke-edge"
        strokeWidth="1"
        strokeDasharray="2 7"
      />
    )
  }
  return (
    <g>
      <line
        x1={scoreX(1)}
        x2={scoreX(5)}
        y1={y}
        y2={y}
        className="stroke-hairline"
        strokeWidth="1"
      />
      {line.provisional ? (
        [...new Set(line.scores)].map((score) => (
          <path
            key={score}
            d={markPath(index, scoreX(score), y, 5)}
            className={ofSeries(OPEN, index)}
            strokeWidth="1.75"
          />
        ))
      ) : (
        <path
          d={markPath(index, scoreX(line.median), y, 6)}
          className={ofSeries(FILL, index)}
          strokeWidth="1"
        />
      )}
    </g>
  )
}

function Line({ series, criterion }: { series: readonly OverlaySeries[]; criterion: number }) {
  const height = series.length * LANE + 12
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${AXIS_WIDTH} ${height + 16}`}
      className="chart h-auto w-full max-w-lg"
    >
      <Scale height={height} />
      {series.map(({ key, lines }, index) => (
        <SeriesScores key={key} line={lines[criterion]} index={index} />
      ))}
    </svg>
  )
}

export function OverlayLines({
  criteria,
  series,
}: {
  criteria: readonly string[]
  series: readonly OverlaySeries[]
}) {
  return (
    <ol
      data-picture="rows"
      className="grid gap-x-12 lg:grid-cols-2 print:grid-cols-7 print:gap-x-3"
    >
      {criteria.map((label, criterion) => (
        <li key={label} className="border-t border-hairline py-4 print:py-0.5">
          <p className="font-serif text-lg leading-snug font-semibold print:text-base">{label}</p>
          <ul className="mt-1 mb-2 flex flex-wrap gap-x-4 text-sm text-muted print:my-0">
            {series.map(({ key, letter, lines }, index) => (
              <li key={key} className="flex items-center gap-1.5">
                <SeriesMark index={index} className="size-3" />
                {`${letter}: ${lines[criterion]?.text ?? ''}`}
              </li>
            ))}
          </ul>
          <Line series={series} criterion={criterion} />
        </li>
      ))}
    </ol>
  )
}
