import { markPath, radarEdges, radarPoint, type OverlaySeries } from './overlay-layout'
import { SCORES } from './score-axis'
import { DASH, FILL, ofSeries, STROKE } from './series-look'

const CENTRE = 170
const RADIUS = 130

function RadarGrid({ criteria }: { criteria: readonly string[] }) {
  const spokes = criteria.length
  return (
    <>
      {SCORES.map((point) => (
        <polygon
          key={point}
          points={criteria
            .map((_, spoke) => radarPoint(spoke, spokes, point, CENTRE, RADIUS))
            .map((one) => `${one.x},${one.y}`)
            .join(' ')}
          fill="none"
          className="stroke-hairline"
          strokeWidth="1"
        />
      ))}
      {criteria.map((label, spoke) => {
        const end = radarPoint(spoke, spokes, 5, CENTRE, RADIUS)
        const name = radarPoint(spoke, spokes, 5.7, CENTRE, RADIUS)
        return (
          <g key={label}>
            <line
              x1={CENTRE}
              y1={CENTRE}
              x2={end.x}
              y2={end.y}
              className="stroke-hairline"
              strokeWidth="1"
            />
            <text
              x={name.x}
              y={name.y + 5}
              textAnchor="middle"
              fontSize="15"
              className="fill-muted tabular"
            >
              {spoke + 1}
            </text>
          </g>
        )
      })}
    </>
  )
}

function SeriesShape({ lines, index }: { lines: OverlaySeries['lines']; index: number }) {
  const scores = lines.map(({ median, provisional }) => (provisional ? null : median))
  const place = (spoke: number) =>
    radarPoint(spoke, lines.length, scores[spoke] ?? 0, CENTRE, RADIUS)
  return (
    <g>
      {radarEdges(scores).map(([from, to]) => (
        <line
          key={from}
          x1={place(from).x}
          y1={place(from).y}
          x2={place(to).x}
          y2={place(to).y}
          className={ofSeries(STROKE, index)}
          strokeWidth="2"
          strokeDasharray={ofSeries(DASH, index)}
        />
      ))}
      {scores.map((score, spoke) =>
        score === null ? null : (
          <path
            key={spoke}
            d={markPath(index, place(spoke).x, place(spoke).y, 5)}
            className={ofSeries(FILL, index)}
            strokeWidth="1"
          />
        ),
      )}
    </g>
  )
}

/** Only complete panels are drawn; the shape stays open where a score is unknown. */
export function OverlayRadar({
  criteria,
  series,
}: {
  criteria: readonly string[]
  series: readonly OverlaySeries[]
}) {
  return (
    <div className="grid items-center gap-6 md:grid-cols-[22rem_1fr]">
      <svg aria-hidden="true" viewBox="0 0 340 340" className="chart h-auto w-full max-w-88">
        <RadarGrid criteria={criteria} />
        {series.map(({ key, lines }, index) => (
          <SeriesShape key={key} lines={lines} index={index} />
        ))}
      </svg>
      <ol data-picture="list" className="list-decimal pl-6 text-sm text-muted">
        {criteria.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ol>
    </div>
  )
}
