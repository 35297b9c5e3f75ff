import { Story } from '@/components/knowledge/initiatives/story'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

export function InitiativeText({
  initiative,
  title,
}: {
  initiative: InitiativeView
  title: string
}) {
  return (
    <aside aria-label={title} className="mb-8 lg:mb-0">
      <div
        role="region"
        aria-label={title}
        tabIndex={0}
        className="lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:overflow-y-auto lg:border-l lg:border-hairline lg:pl-6"
      >
        <details className="open-on-wide border-y border-hairline lg:border-y-0">
          <summary className="min-h-11 py-2.5 font-semibold text-green">{title}</summary>
          <div className="pb-6 text-base [&_.grid]:grid-cols-1! [&_h2]:text-xl [&_section]:pt-5 [&_section]:pb-6">
            <p className="font-serif text-xl leading-snug font-semibold">{initiative.title}</p>
            <p className="mt-3 mb-6 whitespace-pre-line">{initiative.summary}</p>
            <Story initiative={initiative} />
          </div>
        </details>
      </div>
    </aside>
  )
}
