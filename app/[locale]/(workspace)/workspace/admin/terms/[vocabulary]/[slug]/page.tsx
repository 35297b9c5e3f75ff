import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { MergeSection } from '@/components/site/vocabularies/merge-section'
import { RetireSection } from '@/components/site/vocabularies/retire-section'
import { TermDetails } from '@/components/site/vocabularies/term-details'
import { TermFacts, TermLinks } from '@/components/site/vocabularies/term-facts'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadTermPage } from '@/lib/site/vocabularies/loaders'
import { slugOfVocabulary } from '@/lib/site/vocabularies/rules'

interface Props {
  params: Promise<{ locale: Locale; vocabulary: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const { locale, ...place } = await params
  const path = getPathname({
    href: { pathname: '/workspace/admin/terms/[vocabulary]/[slug]', params: place },
    locale,
  })
  return loadTermPage(place, await searchParams, path)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { term } = await load(props)
  return { title: term.labelNl }
}

export default async function TermPage(props: Props) {
  const [t, admin, workspace, { term, children, parents, others, merge }] = await Promise.all([
    getTranslations('vocabularies'),
    getTranslations('administration'),
    getTranslations('workspace'),
    load(props),
  ])
  const { vocabulary, successor } = term
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title'), href: '/workspace/admin/terms' },
          {
            label: t(`vocabulary.${vocabulary}`),
            href: {
              pathname: '/workspace/admin/terms/[vocabulary]',
              params: { vocabulary: slugOfVocabulary(vocabulary) },
            },
          },
          { label: term.labelNl },
        ]}
      />
      <PageHeader
        kicker={t(`single.${vocabulary}`)}
        title={<span lang="nl">{term.labelNl}</span>}
      />
      {successor ? (
        <Section id="opgegaan" title={t('one.gone')}>
          <TermLinks vocabulary={vocabulary} terms={[successor]} />
          <p className="mt-3 max-w-measure">{t('one.goneWhy')}</p>
        </Section>
      ) : (
        <>
          <TermFacts term={term} subterms={children} />
          <TermDetails term={term} parents={parents} />
          <MergeSection term={term} others={others} subterms={children} merge={merge} />
          <RetireSection term={term} subterms={children} places={parents} />
        </>
      )}
    </Page>
  )
}
