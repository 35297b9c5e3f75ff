import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NewCollection } from '@/components/knowledge/collections/new-collection'
import { OwnCollectionList } from '@/components/knowledge/collections/own-collection-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadOwnCollections } from '@/lib/knowledge/collections/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('collections.work')
  return { title: t('title') }
}

export default async function OwnCollectionsPage() {
  const { organisations, collections } = await loadOwnCollections(
    getPathname({ href: '/workspace/collections', locale: await getLocale() }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('collections.work'),
    getTranslations('workspace'),
  ])
  const [first] = organisations
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {first === undefined ? (
        <EmptyState title={t('noOrganisation')}>{t('noOrganisationWhy')}</EmptyState>
      ) : (
        <>
          {collections.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
          ) : (
            <OwnCollectionList collections={collections} />
          )}
          <NewCollection value={first.value} organisations={organisations} />
        </>
      )}
    </Page>
  )
}
