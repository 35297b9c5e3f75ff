import { COLUMN_X, NODE_WIDTH, layoutMoneyFlow, twoLines, type FlowRow } from './money-flow-layout'

/** `amount` gives the text of a bar: the drawing does not decide whether amounts add up. */
export function MoneyFlow<Row extends FlowRow>({
  rows,
  label,
  amount,
}: {
  rows: readonly Row[]
  label: string
  amount: (rows: readonly Row[]) => string
}) {
  const { width, height, nodes, ribbons } = layoutMoneyFlow(rows)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="chart h-auto w-full min-w-[46rem]"
    >
      {ribbons.map((ribbon, index) => (
        <path
          key={index}
          d={ribbon.path}
          className="fill-green-wash stroke-hairline"
          strokeWidth="0.5"
        />
      ))}
      {nodes.map((node) => {
        const x = COLUMN_X[node.column]
        const last = node.column === 2
        const lines = twoLines(node.title, 40)
        return (
          <g key={`${node.column} ${node.title}`}>
            <rect x={x} y={node.y} width={NODE_WIDTH} height={node.height} className="fill-green" />
            <text
              x={last ? x - 8 : x + NODE_WIDTH + 8}
              y={node.y + 12}
              textAnchor={last ? 'end' : 'start'}
              fontSize="13"
              className="fill-ink"
            >
              {lines.map((line, row) => (
                <tspan key={row} x={last ? x - 8 : x + NODE_WIDTH + 8} dy={row === 0 ? 0 : 15}>
                  {line}
                </tspan>
              ))}
              <tspan className="fill-muted tabular" dx="6">
                {amount(node.rows)}
              </tspan>
            </text>
          </g>
        )
      })}
    </svg>
  )
}
