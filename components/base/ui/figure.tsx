import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { FigureFiles, type FigurePicture } from './figure-files'

interface FigureProps {
  caption: ReactNode
  children: ReactNode
  source?: ReactNode
  table?: { label: string; content: ReactNode }
  picture?: FigurePicture | undefined
  data?: Readonly<Record<'csv' | 'xlsx', string>>
  className?: string
}

/** HTML allows figcaption only first or last. */
export function Figure({
  caption,
  children,
  source,
  table,
  picture,
  data,
  className = '',
}: FigureProps) {
  return (
    <figure
      id={picture?.id}
      data-title={picture?.title}
      data-words={picture?.words}
      className={className}
    >
      {children}
      {table ? (
        <Disclosure summary={table.label} className="mt-2 text-sm">
          {table.content}
        </Disclosure>
      ) : null}
      {picture ? <FigureFiles picture={picture} data={data ?? (table ? undefined : null)} /> : null}
      <figcaption className="mt-3 max-w-measure text-sm text-muted">
        {caption}
        {source ? <span className="mt-1 block">{source}</span> : null}
      </figcaption>
    </figure>
  )
}
