import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { NewTerm } from '@/components/site/vocabularies/term-details'
import { TermTable } from '@/components/site/vocabularies/term-table'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadVocabulary } from '@/lib/site/vocabularies/loaders'

interface Props {
  params: Promise<{ locale: Locale; vocabulary: string }>
}

const load = cache(async (params: Props['params']) => {
  const { locale, vocabulary } = await params
  const path = getPathname({
    href: { pathname: '/workspace/admin/terms/[vocabulary]', params: { vocabulary } },
    locale,
  })
  return loadVocabulary(vocabulary, path)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { vocabulary }] = await Promise.all([getTranslations('vocabularies'), load(params)])
  return { title: t(`vocabulary.${vocabulary}`) }
}

export default async function VocabularyPage({ params }: Props) {
  const [t, admin, workspace, { vocabulary, tree, rows }] = await Promise.all([
    getTranslations('vocabularies'),
    getTranslations('administration'),
    getTranslations('workspace'),
    load(params),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title'), href: '/workspace/admin/terms' },
          { label: t(`vocabulary.${vocabulary}`) },
        ]}
      />
      <PageHeader title={t(`vocabulary.${vocabulary}`)} lead={t('listLead')} />
      <TermTable vocabulary={vocabulary} tree={tree} />
      <NewTerm
        vocabulary={vocabulary}
        parents={rows.filter(({ retiredOn }) => retiredOn === null)}
      />
    </Page>
  )
}
