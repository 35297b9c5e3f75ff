import { useTranslations } from 'next-intl'
import { Amount } from '@/components/monitor/policies/funding-list'
import { Day } from '@/components/base/ui/day'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Row } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import type { EndingStream } from '@/lib/monitor/expiring-funding/types'

const SHOWN = 5
const link = 'inline-flex min-h-6 items-center'

function Hangs({ stream }: { stream: EndingStream }) {
  const t = useTranslations('expiringFunding')
  const { goals, initiatives, measure } = stream
  if (goals.length === 0 && initiatives.length === 0 && measure === null)
    return <p className="text-sm text-clay">{t('hangsNothing')}</p>
  return (
    <ul className="space-y-1">
      {initiatives.slice(0, SHOWN).map(({ slug, title }) => (
        <li key={slug}>
          <TextLink
            href={{ pathname: '/initiatives/[slug]/monitor', params: { slug } }}
            prefetch={false}
            className={link}
          >
            {title}
          </TextLink>
        </li>
      ))}
      {initiatives.length > SHOWN ? (
        <li className="text-sm text-muted">{t('more', { count: initiatives.length - SHOWN })}</li>
      ) : null}
      {measure === null ? null : (
        <li className="text-sm">{t('measure', { title: measure.title })}</li>
      )}
      {goals.map((goal) => (
        <li key={`${goal.regionSlug} ${goal.title}`} className="text-sm">
          {t('goal', { title: goal.title })}{' '}
          <TextLink
            href={{ pathname: '/regions/[slug]/monitor', params: { slug: goal.regionSlug } }}
            prefetch={false}
            className={link}
          >
            {goal.regionName}
          </TextLink>{' '}
          {goal.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
        </li>
      ))}
    </ul>
  )
}

export function StreamList({ streams }: { streams: readonly EndingStream[] }) {
  const t = useTranslations('expiringFunding')
  return (
    <ul>
      {streams.map((stream) => (
        <Row
          key={stream.id}
          className="grid gap-x-10 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <div>
            <p className="font-serif text-lg leading-snug font-semibold">
              <Amount funding={stream} />
            </p>
            <p>{stream.provider}</p>
            <p className="text-sm text-muted">
              <TermWord term={stream.type} />
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm">
              <span>
                {t('columns.ends')}:{' '}
                {stream.endsOn === null ? (
                  t(stream.type.slug === 'structureel' ? 'noEnd' : 'endUnknown')
                ) : (
                  <Day on={stream.endsOn} />
                )}
              </span>
              {stream.endsOn === null ? null : (
                <StatusWord
                  tone={
                    stream.follow === 'none'
                      ? 'attention'
                      : stream.follow === 'over'
                        ? 'neutral'
                        : 'good'
                  }
                >
                  {t(`follow.${stream.follow}`)}
                </StatusWord>
              )}
            </p>
          </div>
          <Hangs stream={stream} />
        </Row>
      ))}
    </ul>
  )
}
