import { markPath, radarEdges, radarPoint, type OverlaySeries } from './overlay-layout'

const POINTS = [1, 2, 3, 4, 5]
const WIDTH = 400
const LANE = 15
const x = (score: number) => 24 + (score - 1) * 88

const FILL = [
  'fill-green stroke-green',
  'fill-clay stroke-clay',
  'fill-sky stroke-sky',
  'fill-ink stroke-ink',
] as const
const OPEN = [
  'fill-paper stroke-green',
  'fill-paper stroke-clay',
  'fill-paper stroke-sky',
  'fill-paper stroke-ink',
] as const
const STROKE = ['stroke-green', 'stroke-clay', 'stroke-sky', 'stroke-ink'] as const
const DASH = [undefined, '7 4', '2 4', '10 3 2 3'] as const
const at = <Value,>(list: readonly Value[], index: number) => list[index % list.length]

/** The mark of one initiative: shape and colour say the same, so that either is enough. */
export function SeriesMark({ index, className = 'size-4' }: { index: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`chart inline-block shrink-0 ${className}`}
    >
      <path d={markPath(index, 8, 8, 6)} className={at(FILL, index)} strokeWidth="1.5" />
    </svg>
  )
}

/** Profiles over each other on one line per criterion. Decorative: the words beside each line say the same. */
function Line({ series, criterion }: { series: readonly OverlaySeries[]; criterion: number }) {
  const height = series.length * LANE + 12
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${height + 16}`}
      className="chart h-auto w-full max-w-lg"
    >
      {POINTS.map((point) => (
        <g key={point}>
          <line
            x1={x(point)}
            x2={x(point)}
            y1="4"
            y2={height}
            className="stroke-hairline"
            strokeWidth="1"
          />
          <text
            x={x(point)}
            y={height + 13}
            textAnchor="middle"
            fontSize="12"
            className="fill-muted tabular"
          >
            {point}
          </text>
        </g>
      ))}
      {series.map(({ key, lines }, index) => {
        const line = lines[criterion]
        const y = 6 + LANE / 2 + index * LANE
        if (!line || line.scores.length === 0 || line.median === null) {
          return (
            <line
              key={key}
              x1={x(1)}
              x2={x(5)}
              y1={y}
              y2={y}
              className="stroke-edge"
              strokeWidth="1"
              strokeDasharray="2 7"
            />
          )
        }
        return (
          <g key={key}>
            <line x1={x(1)} x2={x(5)} y1={y} y2={y} className="stroke-hairline" strokeWidth="1" />
            {line.provisional ? (
              [...new Set(line.scores)].map((score) => (
                <path
                  key={score}
                  d={markPath(index, x(score), y, 5)}
                  className={at(OPEN, index)}
                  strokeWidth="1.75"
                />
              ))
            ) : (
              <path
                d={markPath(index, x(line.median), y, 6)}
                className={at(FILL, index)}
                strokeWidth="1"
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Which mark is which initiative. */
export function SeriesKey({ series }: { series: readonly OverlaySeries[] }) {
  return (
    <ul
      data-picture="key"
      className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted print:hidden"
    >
      {series.map(({ key, letter, title }, index) => (
        <li key={key} className="flex items-center gap-2">
          <SeriesMark index={index} className="size-3.5" />
          {`${letter}. ${title}`}
        </li>
      ))}
    </ul>
  )
}

/** The seven lines of several initiatives over each other, in colour and shape, with the scores in words beside each. */
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
                {`${letter}: ${lines[criterion]?.words ?? ''}`}
              </li>
            ))}
          </ul>
          <Line series={series} criterion={criterion} />
        </li>
      ))}
    </ol>
  )
}

const CENTRE = 170
const RADIUS = 130

/** The same medians on a radar. Only whole panels are drawn, and the shape stays open where nothing is known. */
export function Radar({
  criteria,
  series,
}: {
  criteria: readonly string[]
  series: readonly OverlaySeries[]
}) {
  const spokes = criteria.length
  return (
    <div className="grid items-center gap-6 md:grid-cols-[22rem_1fr]">
      <svg aria-hidden="true" viewBox="0 0 340 340" className="chart h-auto w-full max-w-88">
        {POINTS.map((point) => (
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
        {series.map(({ key, lines }, index) => {
          const scores = lines.map(({ median, provisional }) => (provisional ? null : median))
          const place = (spoke: number) =>
            radarPoint(spoke, spokes, scores[spoke] ?? 0, CENTRE, RADIUS)
          return (
            <g key={key}>
              {radarEdges(scores).map(([from, to]) => (
                <line
                  key={from}
                  x1={place(from).x}
                  y1={place(from).y}
                  x2={place(to).x}
                  y2={place(to).y}
                  className={at(STROKE, index)}
                  strokeWidth="2"
                  strokeDasharray={at(DASH, index)}
                />
              ))}
              {scores.map((score, spoke) =>
                score === null ? null : (
                  <path
                    key={spoke}
                    d={markPath(index, place(spoke).x, place(spoke).y, 5)}
                    className={at(FILL, index)}
                    strokeWidth="1"
                  />
                ),
              )}
            </g>
          )
        })}
      </svg>
      <ol data-picture="list" className="list-decimal pl-6 text-sm text-muted">
        {criteria.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ol>
    </div>
  )
}
