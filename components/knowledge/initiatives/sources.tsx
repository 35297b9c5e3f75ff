import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import { ExternalLink } from '@/components/base/ui/text'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

function Published({ on }: { on: CalendarDate | null }) {
  const t = useTranslations('initiatives')
  return on === null ? null : `, ${t('publishedOn', { date: noonOf(on) })}`
}

export function Sources({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  const { sources, externalFacts } = initiative
  return (
    <Section id="bronnen" title={t('sources')}>
      {sources.length === 0 ? <p className="text-muted">{t('sourcesNone')}</p> : null}
      <ul className="max-w-measure space-y-3">
        {sources.map((source, index) => (
          <li key={index}>
            {source.url === null ? (
              source.title
            ) : (
              <ExternalLink href={source.url}>{source.title}</ExternalLink>
            )}
            <Published on={source.publishedOn} />
            {source.note === null ? null : (
              <span className="block text-sm text-muted">{source.note}</span>
            )}
          </li>
        ))}
      </ul>
      {externalFacts.length === 0 ? null : (
        <div className="mt-8 max-w-measure rounded-md border border-dashed border-edge bg-wash p-5">
          <h3>{t('outside')}</h3>
          <p className="mt-1 text-sm text-muted">{t('outsideLead')}</p>
          <ul className="mt-4 space-y-4">
            {externalFacts.map((fact, index) => (
              <li key={index}>
                <p>{fact.fact}</p>
                <p className="text-sm text-muted">
                  {fact.url === null ? null : (
                    <ExternalLink href={fact.url}>
                      {new URL(fact.url).hostname.replace(/^www\./, '')}
                    </ExternalLink>
                  )}
                  <Published on={fact.publishedOn} />
                  {fact.url === null ? fact.reliability : ` · ${fact.reliability}`}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
