import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { Row } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { StatusWord, Tag, TagList } from '@/components/base/ui/text'
import { RegionTile } from '@/components/base/charts/tile-map'
import { Link } from '@/i18n/navigation'
import type { CallStatus, CallSummary, CallTermView } from '@/lib/exchange/calls/types'
import { noonOf } from '@/lib/base/text/calendar'

const TONE = { open: 'info', answered: 'good', closed: 'neutral', expired: 'attention' } as const

export function CallStatusWord({ status }: { status: CallStatus }) {
  const t = useTranslations('calls.status')
  return <StatusWord tone={TONE[status]}>{t(status)}</StatusWord>
}

export function CallTerms({ terms }: { terms: readonly CallTermView[] }) {
  const locale = useLocale()
  if (terms.length === 0) return null
  return (
    <TagList className="mt-3">
      {terms.map((term) => (
        <li key={`${term.vocabulary} ${term.slug}`}>
          <Tag>{labelIn(locale, term)}</Tag>
        </li>
      ))}
    </TagList>
  )
}

interface CallListProps {
  calls: readonly CallSummary[]
  heading?: 'h2' | 'h3'
}

export function CallList({ calls, heading: Heading = 'h3' }: CallListProps) {
  const t = useTranslations('calls')
  return (
    <ol>
      {calls.map((call) => (
        <Row key={call.id}>
          <article>
            <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <RegionTile codes={[call.region.code]} />
              <span>
                {t('byline', { organisation: call.organisation, region: call.region.name })}
              </span>
              {call.status === 'open' ? null : <CallStatusWord status={call.status} />}
              {call.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
            </p>
            <Heading className="text-xl">
              <Link
                href={{ pathname: '/calls/[slug]', params: { slug: call.slug } }}
                className="text-ink decoration-green hover:text-green"
                prefetch={false}
                lang="nl"
              >
                {call.title}
              </Link>
            </Heading>
            <p className="mt-2 line-clamp-2 max-w-measure" lang="nl">
              {call.text}
            </p>
            <CallTerms terms={call.terms} />
            <p className="mt-3 text-sm text-muted">
              {call.status === 'open'
                ? t('until', { date: noonOf(call.openUntil) })
                : t('was', { date: noonOf(call.postedOn) })}
              {' · '}
              {t('replies', { count: call.replies })}
            </p>
          </article>
        </Row>
      ))}
    </ol>
  )
}
