'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Row } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { labelIn } from '@/lib/base/text/label'
import type { IdeaLookalike } from '@/lib/site/ideas/types'
import { useListText } from './reason-text'

function Why({ one }: { one: IdeaLookalike }) {
  const t = useTranslations('ideas.alike')
  const list = useListText()
  const reasons = [
    ...(one.sharedTerms.length > 0 ? [t('terms', { list: list.terms(one.sharedTerms) })] : []),
    ...(one.sharedWords.length > 0 ? [t('words', { list: list.words(one.sharedWords) })] : []),
    ...(one.near ? [t('near')] : []),
  ]
  return (
    <p className="mt-3 max-w-measure text-sm text-muted">
      <span className="font-semibold">{t('why')}:</span> {reasons.join(' ')}
    </p>
  )
}

export function AlikeList({ alike }: { alike: readonly IdeaLookalike[] }) {
  const t = useTranslations('ideas.alike')
  const locale = useLocale()
  return (
    <ul>
      {alike.map((one) => (
        <Row key={one.initiativeId}>
          <article className="grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,1fr)_15rem]">
            <div className="min-w-0">
              <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                <span>
                  {[one.organisation, ...one.regions.map((region) => labelIn(locale, region))].join(
                    ' · ',
                  )}
                </span>
                {one.lifecycle === 'stopped' ? (
                  <StatusWord tone="attention">{t('stopped')}</StatusWord>
                ) : null}
                {one.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
              </p>
              <h3 className="text-xl">
                <TextLink
                  href={{ pathname: '/initiatives/[slug]', params: { slug: one.slug } }}
                  prefetch={false}
                >
                  {one.title}
                </TextLink>
              </h3>
              <p className="mt-2 line-clamp-4 max-w-measure" lang="nl">
                {one.summary}
              </p>
              {one.stopReason ? (
                <p className="mt-2 max-w-measure border-l-4 border-clay pl-3" lang="nl">
                  {t('stoppedWhy', { reason: one.stopReason })}
                </p>
              ) : null}
              <Why one={one} />
            </div>
            <p className="text-sm">
              <EvidenceWord evidence={one.evidence} />
            </p>
          </article>
        </Row>
      ))}
    </ul>
  )
}
