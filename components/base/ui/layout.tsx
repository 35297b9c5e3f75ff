import type { ReactNode } from 'react'

export function Page({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`mx-auto w-full max-w-page px-5 sm:px-8 ${className}`}>{children}</div>
}

interface PageHeaderProps {
  kicker?: ReactNode
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}

export function PageHeader({ kicker, title, lead, children }: PageHeaderProps) {
  return (
    <header className="pt-8 pb-6 sm:pt-12 sm:pb-8">
      {kicker ? <p className="mb-3 text-sm font-semibold text-muted">{kicker}</p> : null}
      <h1 className="max-w-[22ch] sm:max-w-[26ch]">{title}</h1>
      {lead ? <div className="mt-5 max-w-measure text-lg text-ink">{lead}</div> : null}
      {children}
    </header>
  )
}

interface SectionProps {
  id: string
  title: ReactNode
  lead?: ReactNode
  children: ReactNode
  className?: string
}

export function Section({ id, title, lead, children, className = '' }: SectionProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className={`border-t border-hairline pt-8 pb-10 ${className}`}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {lead ? <p className="mt-3 max-w-measure text-muted">{lead}</p> : null}
      <div className="mt-6">{children}</div>
    </section>
  )
}

export function Prose({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`prose max-w-measure ${className}`}>{children}</div>
}

export function Facts({
  items,
  className = '',
}: {
  items: readonly { label: ReactNode; value: ReactNode }[]
  className?: string
}) {
  return (
    <dl className={`divide-y divide-hairline border-y border-hairline text-sm ${className}`}>
      {items.map((item, index) => (
        <div key={index} className="grid grid-cols-[8.5rem_1fr] gap-3 py-2.5">
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Row({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <li className={`border-t border-hairline py-6 last:border-b ${className}`}>{children}</li>
}
