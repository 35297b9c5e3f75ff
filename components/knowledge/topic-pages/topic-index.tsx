import { definitionIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import type { TopicFacet } from '@/lib/knowledge/topic-pages/types'
import { loadOverview } from '@/lib/knowledge/search/loaders'
import { loadTerms } from '@/lib/base/taxonomy/loaders'
import { offered, termTree } from '@/lib/base/taxonomy/rules'
import type { TermNode } from '@/lib/base/taxonomy/types'
import { KINDS } from './kinds'

interface CountedProps {
  facet: TopicFacet
  counts: ReadonlyMap<string, number>
}

function TermCount({ term, facet, counts }: CountedProps & { term: TermNode }) {
  const initiatives = useTranslations('initiatives')
  return (
    <>
      <TextLink
        prefetch={false}
        href={{ pathname: KINDS[facet].page, params: { slug: term.slug } }}
      >
        <TermWord term={term} />
      </TextLink>
      <span className={`text-sm tabular ${counts.has(term.slug) ? 'text-muted' : 'text-clay'}`}>
        {' '}
        · {initiatives('count', { count: counts.get(term.slug) ?? 0 }).toLowerCase()}
      </span>
    </>
  )
}

function TermBranch({ nodes, facet, counts }: CountedProps & { nodes: readonly TermNode[] }) {
  return (
    <ul className="mt-1 space-y-1 first:mt-0">
      {nodes.map((node) => (
        <li key={node.slug} className="pl-0 [ul_ul_&]:pl-5">
          <TermCount term={node} facet={facet} counts={counts} />
          {node.children.length > 0 ? (
            <TermBranch nodes={node.children} facet={facet} counts={counts} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

export async function TopicIndex({
  facet,
  locale,
  children,
}: {
  facet: TopicFacet
  locale: Locale
  children?: ReactNode
}) {
  const [t, terms, { facets }] = await Promise.all([
    getTranslations('topicPages'),
    loadTerms(KINDS[facet].vocabulary),
    loadOverview(locale),
  ])
  const counts = new Map(facets[facet].map(({ slug, count }) => [slug, count]))
  const shown = offered(terms, [...counts.keys()])
  return (
    <Page>
      <PageHeader
        title={t(`heading.${facet}`, { count: shown.length, covered: counts.size })}
        lead={t(`lead.${facet}`)}
      />
      <ul className="max-w-5xl">
        {termTree(shown).map((term) => (
          <li
            key={term.slug}
            className="grid gap-x-12 gap-y-3 border-t border-hairline py-6 md:grid-cols-2"
          >
            <div>
              <h2 className="text-xl">
                <TermCount term={term} facet={facet} counts={counts} />
              </h2>
              <p className="mt-1 max-w-measure text-muted">{definitionIn(locale, term)}</p>
            </div>
            {term.children.length > 0 ? (
              <TermBranch nodes={term.children} facet={facet} counts={counts} />
            ) : null}
          </li>
        ))}
      </ul>
      {children}
    </Page>
  )
}
