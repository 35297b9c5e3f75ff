import {
  AXIS,
  forestScale,
  type ForestRow,
  type ForestTotal,
  halfSide,
  ROW,
  WIDTH,
} from './forest-layout'

type X = (value: number) => number

/** Keeps words readable where a line of the axis runs behind them. */
const CLEAR = { paintOrder: 'stroke', strokeWidth: 4, strokeLinejoin: 'round' } as const

function RowText({ label, words, y }: { label: string; words: string; y: number }) {
  return (
    <>
      <text x="0" y={y + 12} fontSize="13" className="fill-ink stroke-paper" {...CLEAR}>
        {label}
      </text>
      <text
        x={WIDTH}
        y={y + 12}
        fontSize="13"
        textAnchor="end"
        className="fill-ink stroke-paper tabular"
        {...CLEAR}
      >
        {words}
      </text>
    </>
  )
}

function StudyRow({ row, y, x }: { row: ForestRow; y: number; x: X }) {
  const [middle, half] = [y + 28, halfSide(row.weight)]
  return (
    <g>
      <RowText label={row.label} words={row.words} y={y} />
      <line
        x1={x(row.low)}
        x2={x(row.high)}
        y1={middle}
        y2={middle}
        className="stroke-ink"
        strokeWidth="2"
      />
      <rect
        x={x(row.estimate) - half}
        y={middle - half}
        width={half * 2}
        height={half * 2}
        className="fill-ink"
      />
    </g>
  )
}

/** A diamond as wide as the interval, on a thin line with ends for the prediction. */
function TotalRow({ total, y, x }: { total: ForestTotal; y: number; x: X }) {
  const middle = y + 28
  const { prediction } = total
  const ends = [x(prediction.low), x(prediction.high)] as const
  return (
    <g>
      <line x1="0" x2={WIDTH} y1={y - 4} y2={y - 4} className="stroke-edge" strokeWidth="1" />
      <RowText label={total.label} words={total.words} y={y} />
      <path
        d={`M${String(ends[0])} ${String(middle - 6)}v12m0 -6H${String(ends[1])}m0 -6v12`}
        fill="none"
        strokeWidth="1"
        className="stroke-muted"
      />
      <path
        d={`M${String(x(total.low))} ${String(middle)}L${String(x(total.estimate))} ${String(middle - 8)}L${String(x(total.high))} ${String(middle)}L${String(x(total.estimate))} ${String(middle + 8)}Z`}
        className="fill-paper stroke-ink"
        strokeWidth="2"
      />
      <text x="0" y={y + 50} fontSize="12" className="fill-muted stroke-paper" {...CLEAR}>
        {prediction.label}
      </text>
    </g>
  )
}

interface ForestPlotProps {
  label: string
  rows: readonly ForestRow[]
  total: ForestTotal | null
  /** Words under the left and right end of the axis. */
  ends: readonly [string, string]
  tick: (value: number) => string
}

/** Each study as a line with its interval; shapes, not colours, tell study, mean and prediction. */
export function ForestPlot({ label, rows, total, ends, tick }: ForestPlotProps) {
  const { ticks, x } = forestScale(total ? [...rows, total] : rows)
  const bottom = rows.length * ROW + (total ? ROW + 16 : 0)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(WIDTH)} ${String(bottom + AXIS)}`}
      className="chart h-auto w-full max-w-xl"
    >
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={x(value)}
            x2={x(value)}
            y1="0"
            y2={bottom}
            strokeWidth={value === 0 ? 1.5 : 1}
            className={value === 0 ? 'stroke-ink' : 'stroke-hairline'}
          />
          <text
            x={x(value)}
            y={bottom + 15}
            fontSize="12"
            textAnchor="middle"
            className="fill-muted tabular"
          >
            {tick(value)}
          </text>
        </g>
      ))}
      {rows.map((row, at) => (
        <StudyRow key={at} row={row} y={at * ROW} x={x} />
      ))}
      {total ? <TotalRow total={total} y={rows.length * ROW + 4} x={x} /> : null}
      <text x="0" y={bottom + 34} fontSize="12" className="fill-ink">
        {ends[0]}
      </text>
      <text x={WIDTH} y={bottom + 34} fontSize="12" textAnchor="end" className="fill-ink">
        {ends[1]}
      </text>
    </svg>
  )
}
