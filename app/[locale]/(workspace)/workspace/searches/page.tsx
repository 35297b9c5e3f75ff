import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SavedSearchList } from '@/components/saved-searches/saved-search-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/accounts/loaders'

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
