import type { ReactNode } from 'react'

export interface CountBar {
  key: string
  title: ReactNode
  /** The count in words, as exact as it may be shown. */
  text: string
  count: number
}

const WIDTH = 400
const HEIGHT = 12

/** Counts as bars beside their words, for pages that only some may see: no picture is made of it. */
export function CountBars({ bars, label }: { bars: readonly CountBar[]; label: string }) {
  const top = Math.max(...bars.map(({ count }) => count), 1)
  return (
    <ol aria-label={label} className="max-w-4xl border-t border-hairline">
      {bars.map(({ key, title, text, count }) => (
        <li
          key={key}
          className="grid items-center gap-x-6 gap-y-1 border-b border-hairline py-2 sm:grid-cols-[10rem_minmax(0,1fr)_9rem]"
        >
          <div>{title}</div>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="chart h-3 w-full"
          >
            <line x1="0.5" x2="0.5" y1="0" y2={HEIGHT} className="stroke-edge" strokeWidth="1" />
            <rect
              width={Math.round((count / top) * WIDTH * 10) / 10}
              height={HEIGHT}
              className="fill-green"
            />
          </svg>
          <div className="text-sm tabular sm:text-right">{text}</div>
        </li>
      ))}
    </ol>
  )
}
