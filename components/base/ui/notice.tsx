import { AlertTriangle, CheckCircle2, CircleX, Info } from 'lucide-react'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'success' | 'attention' | 'error'

const LOOK = {
  info: { box: 'border-sky bg-sky-wash', icon: Info, colour: 'text-sky' },
  success: { box: 'border-green bg-green-wash', icon: CheckCircle2, colour: 'text-green' },
  attention: { box: 'border-straw bg-straw-wash', icon: AlertTriangle, colour: 'text-ink' },
  error: { box: 'border-clay bg-clay-wash', icon: CircleX, colour: 'text-clay' },
} as const

interface NoticeProps {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** After an act, not on a page that opens with it. */
  live?: boolean
  className?: string
}

export function Notice({
  tone = 'info',
  title,
  children,
  live = false,
  className = '',
}: NoticeProps) {
  const { box, icon: Icon, colour } = LOOK[tone]
  return (
    <div
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
      className={`flex gap-3 border-l-4 p-4 ${box} ${className}`}
    >
      <Icon aria-hidden="true" className={`mt-1 size-5 shrink-0 ${colour}`} />
      <div className="min-w-0 max-w-measure">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className={title ? 'mt-1' : ''}>{children}</div> : null}
      </div>
    </div>
  )
}

interface EmptyStateProps {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string
}

export function EmptyState({ title, children, action, className = '' }: EmptyStateProps) {
  return (
    <div
      className={`max-w-4xl rounded-md border border-dashed border-clay p-5 sm:p-6 ${className}`}
    >
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children ? <div className="mt-2 max-w-measure text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}

export function ExampleMark({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm bg-straw-wash px-1.5 text-sm leading-6 font-semibold text-ink">
      {children}
    </span>
  )
}
