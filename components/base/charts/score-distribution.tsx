const WIDTH = 150
const HEIGHT = 56
const BASE = 40
const TOP = 14

export function ScoreDistribution({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="chart h-auto w-full max-w-40"
    >
      <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} className="stroke-edge" strokeWidth="1" />
      {counts.map((count, index) => {
        const x = index * 30 + 4
        const height = (count / most) * (BASE - TOP)
        return (
          <g key={index}>
            {count > 0 ? (
              <rect x={x} y={BASE - height} width="22" height={height} className="fill-green" />
            ) : null}
            {count > 0 ? (
              <text
                x={x + 11}
                y={BASE - height - 3}
                textAnchor="middle"
                fontSize="11"
                className="fill-muted tabular"
              >
                {count}
              </text>
            ) : null}
            <text
              x={x + 11}
              y={HEIGHT - 3}
              textAnchor="middle"
              fontSize="11"
              className="fill-muted tabular"
            >
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
