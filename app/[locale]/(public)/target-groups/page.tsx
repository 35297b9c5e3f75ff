import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TermWord } from '@/components/taxonomy/term-word'
import { Page, PageHeader } from '@/components/ui/layout'
import { TextLink } from '@/components/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadOverview } from '@/lib/search/loaders'
import { loadTerms } from '@/lib/taxonomy/loaders'
import { termTree } from '@/lib/taxonomy/rules'
import type { TermNode } from '@/lib/taxonomy/types'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('taxonomy')
  return { title: t('title'), description: t('lead') }
}

export default async function TargetGroupsPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, words, terms, { facets }] = await Promise.all([getTranslations('taxonomy'), getTranslations('initiatives'), loadTerms('target_group'), loadOverview(locale)])
  const counts = new Map(facets.doelgroep.map(({ slug, count }) => [slug, count]))
  const entry = (term: TermNode) => (
    <>
      <TextLink prefetch={false} href={{ pathname: '/target-groups/[slug]', params: { slug: term.slug } }}>
        <TermWord term={term} />
      </TextLink>
      <span className={`text-sm tabular ${counts.has(term.slug) ? 'text-muted' : 'text-clay'}`}> · {words('count', { count: counts.get(term.slug) ?? 0 }).toLowerCase()}</span>
    </>
  )
  return (
    <Page>
      <PageHeader title={t('heading', { count: terms.length, covered: counts.size })} lead={t('lead')} />
      <ul className="max-w-5xl">
        {termTree(terms).map((term) => (
          <li key={term.slug} className="grid gap-x-12 gap-y-3 border-t border-hairline py-6 md:grid-cols-2">
            <div>
              <h2 className="text-xl">{entry(term)}</h2>
              <p className="mt-1 max-w-measure text-muted">{locale === 'en' ? term.definitionEn : term.definitionNl}</p>
            </div>
            {term.children.length > 0 ? (
              <ul className="space-y-1">
                {term.children.map((child) => (
                  <li key={child.slug}>
                    {entry(child)}
                    {child.children.length > 0 ? (
                      <ul className="mt-1 space-y-1 pl-5">
                        {child.children.map((grandchild) => (
                          <li key={grandchild.slug}>{entry(grandchild)}</li>
                        ))}
                      </ul>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Page>
  )
}
