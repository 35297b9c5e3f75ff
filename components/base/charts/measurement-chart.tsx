import { useTranslations } from 'next-intl'

export interface MeasurementPoint {
  /** YYYY-MM-DD. */
  on: string
  value: number
  label: string
}

interface MeasurementChartProps {
  points: readonly MeasurementPoint[]
  baseline?: MeasurementPoint | undefined
  target?: MeasurementPoint | undefined
  unit: string
}

const WIDTH = 480
const HEIGHT = 180
const LEFT = 44
const RIGHT = 16
const TOP = 16
const BOTTOM = 30

const day = (on: string) => Date.parse(`${on}T00:00:00Z`)

function ZeroLine({ y }: { y: number }) {
  return (
    <>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} className="stroke-edge" strokeWidth="1" />
      <text x={LEFT - 8} y={y + 4} textAnchor="end" fontSize="12" className="fill-muted tabular">
        0
      </text>
    </>
  )
}

function TargetLine({ target, y }: { target: MeasurementPoint; y: number }) {
  const t = useTranslations('charts.measurements')
  return (
    <g>
      <line
        x1={LEFT}
        x2={WIDTH - RIGHT}
        y1={y}
        y2={y}
        className="stroke-clay"
        strokeWidth="1.5"
        strokeDasharray="6 5"
      />
      <text x={LEFT - 8} y={y + 4} textAnchor="end" fontSize="12" className="fill-clay tabular">
        {target.label}
      </text>
      <text x={WIDTH - RIGHT} y={y - 6} textAnchor="end" fontSize="12" className="fill-clay">
        {t('target')}
      </text>
    </g>
  )
}

function PointMark({
  point,
  x,
  y,
  open,
}: {
  point: MeasurementPoint
  x: number
  y: number
  open: boolean
}) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r="5"
        className={open ? 'fill-paper stroke-green' : 'fill-green stroke-green'}
        strokeWidth="2"
      />
      <text x={x} y={y - 10} textAnchor="middle" fontSize="12" className="fill-ink tabular">
        {point.label}
      </text>
      <text x={x} y={HEIGHT - 10} textAnchor="middle" fontSize="12" className="fill-muted tabular">
        {point.on.slice(0, 4)}
      </text>
    </g>
  )
}

/** Points are joined by straight lines, which suggest no trend. */
export function MeasurementChart({ points, baseline, target, unit }: MeasurementChartProps) {
  const t = useTranslations('charts.measurements')
  const all = [...points, ...(baseline ? [baseline] : []), ...(target ? [target] : [])]
  if (all.length < 2) return null
  const days = all.map((point) => day(point.on))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const top = Math.max(...all.map((point) => point.value), 0) * 1.1 || 1
  const x = (on: string) =>
    LEFT + (last === first ? 0.5 : (day(on) - first) / (last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)
  const line = [...(baseline ? [baseline] : []), ...points].toSorted((a, b) =>
    a.on.localeCompare(b.on),
  )
  return (
    <svg
      role="img"
      aria-label={t('label', { count: points.length, unit })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="chart h-auto w-full max-w-xl"
    >
      <ZeroLine y={y(0)} />
      {target ? <TargetLine target={target} y={y(target.value)} /> : null}
      <polyline
        points={line.map((point) => `${x(point.on)},${y(point.value)}`).join(' ')}
        fill="none"
        className="stroke-green"
        strokeWidth="2"
      />
      {line.map((point, index) => (
        <PointMark
          key={index}
          point={point}
          x={x(point.on)}
          y={y(point.value)}
          open={point === baseline}
        />
      ))}
    </svg>
  )
}
