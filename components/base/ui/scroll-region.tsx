import type { ReactNode } from 'react'

interface ScrollRegionProps {
  /** Names the region for people who cannot see it. */
  label: string
  /** Also scrolls up and down; a line then closes it, so that a row that is cut off reads as more to come. */
  tall?: boolean
  className?: string
  children: ReactNode
}

/** What is wider than its page, or a table whose heads stay in view: scrolls by itself, by keyboard too, and is printed whole. */
export function ScrollRegion({ label, tall = false, className = '', children }: ScrollRegionProps) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={`print:overflow-visible ${tall ? 'max-h-[80vh] overflow-auto border-b-2 border-edge print:max-h-none' : 'overflow-x-auto'} ${className}`}
    >
      {children}
    </div>
  )
}
