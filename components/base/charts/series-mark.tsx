import { markPath, type OverlaySeries } from './overlay-layout'
import { FILL, ofSeries } from './series-look'

/** Shape and colour both identify it, so that either is enough. */
export function SeriesMark({ index, className = 'size-4' }: { index: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`chart inline-block shrink-0 ${className}`}
    >
      <path d={markPath(index, 8, 8, 6)} className={ofSeries(FILL, index)} strokeWidth="1.5" />
    </svg>
  )
}

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
