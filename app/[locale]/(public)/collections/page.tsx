import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CollectionCards } from '@/components/knowledge/collections/collection-cards'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { loadCollections } from '@/lib/knowledge/collections/loaders'

const OPEN_DATA = '/api/v1/verzamelingen'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('collections')
  return { title: t('title'), description: t('lead') }
}

export default async function CollectionsPage() {
  const [t, collections] = await Promise.all([getTranslations('collections'), loadCollections()])
  return (
    <Page>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {collections.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <CollectionCards
          collections={collections.map(({ entries, ...collection }) => ({
            ...collection,
            count: entries.length,
          }))}
        />
      )}
      <Section id="gestopt" title={t('stopped')} lead={t('stoppedWhy')}>
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/initiatives', query: { fase: 'gestopt' } }}
        >
          {t('stoppedLink')}
        </ButtonLink>
      </Section>
      <p className="mt-8 text-sm">
        <a href={OPEN_DATA}>{t('api')}</a>
      </p>
    </Page>
  )
}
