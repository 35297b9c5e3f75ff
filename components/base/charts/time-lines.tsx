import { useFormatter } from 'next-intl'
import {
  layoutTimeLines,
  TIME_LEFT,
  TIME_RIGHT,
  TIME_WIDTH,
  TIME_HEIGHT,
  type PlacedSeries,
  type TimeSeries,
} from './time-lines-layout'

export type Emphasis = 'chosen' | 'beside' | 'other'

export interface TimeLine extends TimeSeries {
  emphasis: Emphasis
}

const LOOK: Readonly<
  Record<Emphasis, { line: string; dot: string; open: string; width: number; dash?: string }>
> = {
  chosen: {
    line: 'stroke-green',
    dot: 'fill-green stroke-green',
    open: 'fill-paper stroke-green',
    width: 2.5,
  },
  beside: {
    line: 'stroke-clay',
    dot: 'fill-clay stroke-clay',
    open: 'fill-paper stroke-clay',
    width: 2,
    dash: '7 4',
  },
  other: {
    line: 'stroke-edge',
    dot: 'fill-edge stroke-edge',
    open: 'fill-paper stroke-edge',
    width: 1,
  },
}

function Line({ placed, emphasis }: { placed: PlacedSeries; emphasis: Emphasis }) {
  const { line, dot, open, width, dash } = LOOK[emphasis]
  return (
    <g>
      {placed.runs
        .filter((run) => run.length > 1)
        .map((run, index) => (
          <polyline
            key={index}
            points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            fill="none"
            className={line}
            strokeWidth={width}
            strokeDasharray={dash}
          />
        ))}
      {placed.runs
        .flatMap((run) => run.filter(() => emphasis !== 'other' || run.length === 1))
        .map(({ x, y, provisional }, index) => (
          <circle
            key={index}
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={emphasis === 'other' ? 2 : 4}
            strokeWidth="1.75"
            className={provisional ? open : dot}
          />
        ))}
    </g>
  )
}

export function TimeKey({ emphasis }: { emphasis: Emphasis }) {
  const { line, width, dash } = LOOK[emphasis]
  return (
    <svg aria-hidden="true" viewBox="0 0 28 12" className="chart h-3 w-7 shrink-0">
      <line
        x1="1"
        x2="27"
        y1="6"
        y2="6"
        className={line}
        strokeWidth={width}
        strokeDasharray={dash}
      />
    </svg>
  )
}

type TimeLayout = ReturnType<typeof layoutTimeLines>

function ValueGrid({ values, unit }: { values: TimeLayout['values']; unit: string }) {
  const format = useFormatter()
  return (
    <>
      {values.map(({ value, y }) => (
        <g key={value}>
          <line
            x1={TIME_LEFT}
            x2={TIME_WIDTH - TIME_RIGHT}
            y1={y.toFixed(1)}
            y2={y.toFixed(1)}
            className="stroke-hairline"
            strokeWidth="1"
          />
          <text
            x={TIME_LEFT - 8}
            y={(y + 4).toFixed(1)}
            textAnchor="end"
            fontSize="12"
            className="fill-muted tabular"
          >
            {`${format.number(value, { maximumFractionDigits: 2 })}${unit === '%' ? '%' : ''}`}
          </text>
        </g>
      ))}
    </>
  )
}

function YearMarks({ years }: { years: TimeLayout['years'] }) {
  return (
    <>
      {years.map(({ year, x }) => (
        <text
          key={year}
          x={x.toFixed(1)}
          y={TIME_HEIGHT - 8}
          textAnchor="middle"
          fontSize="12"
          className="fill-muted tabular"
        >
          {year}
        </text>
      ))}
    </>
  )
}

export function TimeLines({
  lines,
  label,
  unit,
}: {
  lines: readonly TimeLine[]
  label: string
  unit: string
}) {
  const { series, years, values, bottom } = layoutTimeLines(lines)
  const order: readonly Emphasis[] = ['other', 'beside', 'chosen']
  const drawn = series
    .map((placed, index) => ({ placed, emphasis: lines[index]?.emphasis ?? 'other' }))
    .toSorted((a, b) => order.indexOf(a.emphasis) - order.indexOf(b.emphasis))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${TIME_WIDTH} ${TIME_HEIGHT}`}
      className="chart h-auto w-full max-w-3xl"
    >
      <ValueGrid values={values} unit={unit} />
      <line
        x1={TIME_LEFT}
        x2={TIME_WIDTH - TIME_RIGHT}
        y1={bottom.toFixed(1)}
        y2={bottom.toFixed(1)}
        className="stroke-edge"
        strokeWidth="1"
      />
      <YearMarks years={years} />
      {drawn.map(({ placed, emphasis }) => (
        <Line key={placed.key} placed={placed} emphasis={emphasis} />
      ))}
    </svg>
  )
}
