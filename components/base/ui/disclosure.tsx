import type { ReactNode } from 'react'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  className?: string
}

export function Disclosure({ summary, children, open, className = '' }: DisclosureProps) {
  return (
    <details open={open} className={`group border-b border-hairline ${className}`}>
      <summary className="flex min-h-11 list-none items-center gap-2 py-2 font-semibold text-green marker:hidden [&::-webkit-details-marker]:hidden">
        <svg
          aria-hidden="true"
          viewBox="0 0 12 12"
          className="size-3 shrink-0 transition-transform group-open:rotate-90"
        >
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {summary}
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}
