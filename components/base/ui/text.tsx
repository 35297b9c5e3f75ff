import type { ComponentProps, ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

export function TextLink({ className = '', ...props }: ComponentProps<typeof Link>) {
  return <Link className={`text-green underline ${className}`} {...props} />
}

export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}

export function Tag({
  href,
  children,
}: {
  href?: ComponentProps<typeof Link>['href']
  children: ReactNode
}) {
  const look = 'inline-block rounded-sm bg-green-wash px-2 py-0.5 text-sm leading-6 text-green-deep'
  return href ? (
    <Link href={href} className={`${look} no-underline hover:underline`}>
      {children}
    </Link>
  ) : (
    <span className={look}>{children}</span>
  )
}

export function TagList({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <ul className={`flex flex-wrap gap-2 ${className}`}>{children}</ul>
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}

export type StatusTone = 'neutral' | 'good' | 'attention' | 'info'

const TONE: Record<StatusTone, string> = {
  neutral: 'border-edge text-muted',
  good: 'border-green text-green',
  attention: 'border-clay text-clay',
  info: 'border-sky text-sky',
}

/** Shape and colour both carry the state. */
export function StatusWord({
  tone = 'neutral',
  isSentence = false,
  children,
}: {
  tone?: StatusTone
  /** More than a word or two: it goes on over a line on a phone. */
  isSentence?: boolean
  children: ReactNode
}) {
  return (
    <span
      className={`inline-block rounded-sm border px-1.5 text-sm leading-6 font-semibold ${
        isSentence ? '' : 'whitespace-nowrap'
      } ${TONE[tone]}`}
    >
      {children}
    </span>
  )
}

export function SourceNote({
  children,
  className = '',
}: {
  children: ReactNode
  className?: string
}) {
  return <p className={`text-sm text-muted ${className}`}>{children}</p>
}
