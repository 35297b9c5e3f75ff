import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import type { TopicFacet } from '@/lib/knowledge/topic-pages/types'
import { loadOverview } from '@/lib/knowledge/search/loaders'
import { loadTerms } from '@/lib/base/taxonomy/loaders'
import { termTree } from '@/lib/base/taxonomy/rules'
import type { TermNode } from '@/lib/base/taxonomy/types'
import { KINDS } from './kinds'

/** Every word of one kind with how many initiatives it has; a word without any is a gap and stands out. */
export async function TopicIndex({
  facet,
  locale,
  children,
}: {
  facet: TopicFacet
  locale: Locale
  children?: ReactNode
}) {
  const [t, words, terms, { facets }] = await Promise.all([
    getTranslations('topicPages'),
    getTranslations('initiatives'),
    loadTerms(KINDS[facet].vocabulary),
    loadOverview(locale),
  ])
  const counts = new Map(facets[facet].map(({ slug, count }) => [slug, count]))
  const entry = (term: TermNode) => (
    <>
      <TextLink
        prefetch={false}
        href={{ pathname: KINDS[facet].page, params: { slug: term.slug } }}
      >
        <TermWord term={term} />
      </TextLink>
      <span className={`text-sm tabular ${counts.has(term.slug) ? 'text-muted' : 'text-clay'}`}>
        {' '}
        · {words('count', { count: counts.get(term.slug) ?? 0 }).toLowerCase()}
      </span>
    </>
  )
  const branch = (nodes: readonly TermNode[]) => (
    <ul className="mt-1 space-y-1 first:mt-0">
      {nodes.map((node) => (
        <li key={node.slug} className="pl-0 [ul_ul_&]:pl-5">
          {entry(node)}
          {node.children.length > 0 ? branch(node.children) : null}
        </li>
      ))}
    </ul>
  )
  return (
    <Page>
      <PageHeader
        title={t(`heading.${facet}`, { count: terms.length, covered: counts.size })}
        lead={t(`lead.${facet}`)}
      />
      <ul className="max-w-5xl">
        {termTree(terms).map((term) => (
          <li
            key={term.slug}
            className="grid gap-x-12 gap-y-3 border-t border-hairline py-6 md:grid-cols-2"
          >
            <div>
              <h2 className="text-xl">{entry(term)}</h2>
              <p className="mt-1 max-w-measure text-muted">
                {locale === 'en' ? term.definitionEn : term.definitionNl}
              </p>
            </div>
            {term.children.length > 0 ? branch(term.children) : null}
          </li>
        ))}
      </ul>
      {children}
    </Page>
  )
}
