import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SavedSearchList } from '@/components/knowledge/saved-searches/saved-search-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('savedSearches')
  return { title: t('title') }
}

export default async function SavedSearchesPage() {
  const actor = await requireActorPage(
    getPathname({ href: '/workspace/searches', locale: await getLocale() }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('savedSearches'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <SavedSearchList actor={actor} />
    </Page>
  )
}
