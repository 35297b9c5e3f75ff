import type { ReactNode } from 'react'

export interface SplitBar {
  key: string
  title: ReactNode
  text: ReactNode
  plain: number
  loose: number
}

const WIDTH = 400
const HEIGHT = 16

function Bar({ plain, loose, top }: { plain: number; loose: number; top: number }) {
  const scale = top === 0 ? 0 : WIDTH / top
  const [a, b] = [Math.round(plain * scale * 10) / 10, Math.round(loose * scale * 10) / 10]
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="chart h-4 w-full"
    >
      <line x1="0.5" x2="0.5" y1="0" y2={HEIGHT} className="stroke-edge" strokeWidth="1" />
      {a > 0 ? <rect x="0" y="2" width={a} height={HEIGHT - 4} className="fill-green" /> : null}
      {b > 0 ? (
        <rect
          x={a}
          y="2.75"
          width={b}
          height={HEIGHT - 5.5}
          strokeWidth="1.5"
          className="fill-clay-wash stroke-clay"
        />
      ) : null}
    </svg>
  )
}

export function SplitKey({ plain, loose }: { plain: string; loose: string }) {
  return (
    <ul data-picture="key" className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 24 12" className="chart h-3 w-6">
          <rect width="24" height="12" className="fill-green" />
        </svg>
        {plain}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 24 12" className="chart h-3 w-6">
          <rect
            x="0.75"
            y="0.75"
            width="22.5"
            height="10.5"
            strokeWidth="1.5"
            className="fill-clay-wash stroke-clay"
          />
        </svg>
        {loose}
      </li>
    </ul>
  )
}

export function SplitBars({ bars, label }: { bars: readonly SplitBar[]; label: string }) {
  const top = Math.max(...bars.map(({ plain, loose }) => plain + loose), 0)
  return (
    <ol aria-label={label} data-picture="rows" className="border-t border-hairline">
      {bars.map(({ key, title, text, plain, loose }) => (
        <li
          key={key}
          className="grid items-center gap-x-6 border-b border-hairline py-2 sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1.2fr)]"
        >
          <div>{title}</div>
          <Bar plain={plain} loose={loose} top={top} />
          <div className="text-sm">{text}</div>
        </li>
      ))}
    </ol>
  )
}
