import type { ReactNode } from 'react'

interface ScrollRegionProps {
  label: string
  /** Also scrolls vertically, with a line at the bottom so that a cut row reads as more to come. */
  tall?: boolean
  className?: string
  children: ReactNode
}

/** Focusable for keyboard scrolling; printed whole. */
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
