import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'

interface FigureProps {
  /** Says what the drawing shows, in words. */
  caption: ReactNode
  children: ReactNode
  source?: ReactNode
  /** The same figures as a table, with the words that open it. */
  table?: { label: string; content: ReactNode }
  className?: string
}

/** A drawing with its table twin, and its caption and source last: the standard allows a caption only first or last. */
export function Figure({ caption, children, source, table, className = '' }: FigureProps) {
  return (
    <figure className={className}>
      {children}
      {table ? (
        <Disclosure summary={table.label} className="mt-2 text-sm">
          {table.content}
        </Disclosure>
      ) : null}
      <figcaption className="mt-3 max-w-measure text-sm text-muted">
        {caption}
        {source ? <span className="mt-1 block">{source}</span> : null}
      </figcaption>
    </figure>
  )
}
