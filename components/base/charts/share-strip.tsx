const WIDTH = 400
const HEIGHT = 30
const SIDE = 10
const STEPS = [0, 25, 50, 75, 100] as const

const x = (share: number) =>
  Math.round((SIDE + (Math.min(Math.max(share, 0), 100) / 100) * (WIDTH - 2 * SIDE)) * 10) / 10

export function ShareStrip({
  here,
  country,
}: {
  here: readonly number[]
  country: readonly number[]
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="chart h-auto w-full max-w-xl"
    >
      <line x1={x(0)} x2={x(100)} y1="12" y2="12" className="stroke-edge" strokeWidth="1" />
      {STEPS.map((step) => (
        <g key={step}>
          <line x1={x(step)} x2={x(step)} y1="9" y2="15" className="stroke-edge" strokeWidth="1" />
          <text x={x(step)} y="28" textAnchor="middle" fontSize="10" className="fill-muted tabular">
            {step}
          </text>
        </g>
      ))}
      {country.map((share, index) => (
        <path
          key={index}
          d={`M${x(share)} 4l8 8l-8 8l-8 -8z`}
          strokeWidth="1.5"
          className="fill-paper stroke-clay"
        />
      ))}
      {here.map((share, index) => (
        <circle
          key={index}
          cx={x(share)}
          cy="12"
          r="4.5"
          strokeWidth="1"
          className="fill-green stroke-paper"
        />
      ))}
    </svg>
  )
}

export function ShareKey({ here, country }: { here: string; country: string }) {
  return (
    <ul data-picture="key" className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 12 12" className="chart size-3">
          <circle cx="6" cy="6" r="4.5" className="fill-green" />
        </svg>
        {here}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 18 18" className="chart size-4">
          <path d="M9 1l8 8l-8 8l-8 -8z" strokeWidth="1.5" className="fill-paper stroke-clay" />
        </svg>
        {country}
      </li>
    </ul>
  )
}
