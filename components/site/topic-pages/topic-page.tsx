import { definitionIn, labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TaggedInitiatives } from '@/components/site/results/tagged-initiatives'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Facts, Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadTopic } from '@/lib/knowledge/topic-pages/loaders'
import type { Topic, TopicFacet } from '@/lib/knowledge/topic-pages/types'
import { loadTerm } from '@/lib/base/taxonomy/loaders'
import type { TermView } from '@/lib/base/taxonomy/types'
import { Coverage } from '@/components/knowledge/topic-pages/coverage'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { KINDS } from '@/components/knowledge/topic-pages/kinds'
import { StyleMatrix } from '@/components/knowledge/topic-pages/style-matrix'
import { Together } from '@/components/knowledge/topic-pages/together'

type TermDetail = Awaited<ReturnType<typeof loadTerm>>

function TermLinks({ terms, facet }: { terms: readonly TermView[]; facet: TopicFacet }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {terms.map((term) => (
        <li key={term.slug}>
          <TextLink
            prefetch={false}
            href={{ pathname: KINDS[facet].page, params: { slug: term.slug } }}
          >
            <TermWord term={term} />
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

function TermFacts({ term, facet }: { term: TermDetail; facet: TopicFacet }) {
  const t = useTranslations('topicPages')
  const facts = [
    ...(term.altLabels.length > 0
      ? [{ label: t('alsoCalled'), value: <span lang="nl">{term.altLabels.join(', ')}</span> }]
      : []),
    ...(term.broader.length > 0
      ? [{ label: t('broader'), value: <TermLinks terms={term.broader} facet={facet} /> }]
      : []),
    ...(term.narrower.length > 0
      ? [{ label: t('narrower'), value: <TermLinks terms={term.narrower} facet={facet} /> }]
      : []),
  ]
  return facts.length > 0 ? <Facts items={facts} className="mt-6 max-w-measure" /> : null
}

function InitiativesSection({
  term,
  total,
  name,
  facet,
  slug,
  locale,
}: {
  term: TermDetail
  total: number
  name: string
  facet: TopicFacet
  slug: string
  locale: Locale
}) {
  const t = useTranslations('topicPages')
  return (
    <Section id="initiatieven" title={t('initiatives', { total, name })}>
      <TaggedInitiatives
        facet={facet}
        slug={slug}
        locale={locale}
        empty={{ title: t('none', { name }), why: t('noneWhy') }}
      />
      {total === 0 && term.broader.length > 0 ? (
        <div className="mt-4 flex flex-wrap gap-x-3">
          <p>{t('lookBroader')}</p>
          <TermLinks terms={term.broader.slice(-1)} facet={facet} />
        </div>
      ) : null}
    </Section>
  )
}

function ApproachSections({
  topic,
  facet,
  slug,
}: {
  topic: Topic
  facet: TopicFacet
  slug: string
}) {
  const t = useTranslations('topicPages')
  return (
    <>
      <Section id="aanpak" title={t('matrix')} lead={t('matrixLead')}>
        <StyleMatrix matrix={topic.matrix} facet={facet} slug={slug} />
      </Section>
      <Section id="samen" title={t('together')} lead={t('togetherLead')}>
        <Together topic={topic} facet={facet} slug={slug} />
      </Section>
    </>
  )
}

function UnservedSection({ groups, name }: { groups: Topic['unservedGroups']; name: string }) {
  const t = useTranslations('topicPages')
  if (groups.length === 0) return null
  return (
    <Section
      id="niet-voor"
      title={t('unserved', { count: groups.length })}
      lead={t('unservedLead', { name })}
    >
      <GroupLinks groups={groups} />
    </Section>
  )
}

interface TopicPageProps {
  facet: TopicFacet
  slug: string
  locale: Locale
  actions?: ReactNode
  children?: ReactNode
}

export async function TopicPage({ facet, slug, locale, actions, children }: TopicPageProps) {
  const term = await loadTerm(KINDS[facet].vocabulary, slug)
  const [t, topic] = await Promise.all([getTranslations('topicPages'), loadTopic(facet, slug)])
  const name = labelIn(locale, term)
  const definition = definitionIn(locale, term)
  const { total, measured, active, quiet } = topic
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: t(`plural.${facet}`), href: KINDS[facet].index }, { label: name }]}
      />
      <PageHeader
        kicker={t(`kind.${facet}`)}
        title={name}
        lead={definition === '' ? undefined : definition}
      >
        <p className="mt-4 max-w-measure">
          {t('state', { total, measured })}{' '}
          {total > 0
            ? t('reach', { active: active.length, all: active.length + quiet.length })
            : null}
        </p>
        {actions ? <div className="mt-6 print:hidden">{actions}</div> : null}
        {term.retired ? (
          <Notice tone="attention" className="mt-6 max-w-measure">
            {t('retired')}
          </Notice>
        ) : null}
        <TermFacts term={term} facet={facet} />
      </PageHeader>
      <InitiativesSection
        term={term}
        total={total}
        name={name}
        facet={facet}
        slug={slug}
        locale={locale}
      />
      {total > 0 ? <ApproachSections topic={topic} facet={facet} slug={slug} /> : null}
      {children}
      <Section id="waar" title={t('where', { active: active.length, quiet: quiet.length })}>
        <Coverage topic={topic} facet={facet} slug={slug} name={name} locale={locale} />
      </Section>
      {facet !== 'targetGroup' && total > 0 ? (
        <UnservedSection groups={topic.unservedGroups} name={name} />
      ) : null}
    </Page>
  )
}
