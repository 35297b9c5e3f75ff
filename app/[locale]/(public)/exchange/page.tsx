import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { OpenCalls } from '@/components/exchange/calls/open-calls'
import { CollectionCards } from '@/components/knowledge/collections/collection-cards'
import { DirectoryList } from '@/components/exchange/contacts/directory-list'
import { LatestLessons } from '@/components/knowledge/lessons/latest-lessons'
import { UpcomingMeetings } from '@/components/exchange/meetings/upcoming-meetings'
import { UnsolvedObstacles } from '@/components/exchange/obstacles/unsolved-obstacles'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { loadCallRight, loadCalls } from '@/lib/exchange/calls/loaders'
import { loadCollections } from '@/lib/knowledge/collections/loaders'
import type { CollectionView } from '@/lib/knowledge/collections/types'
import { loadDirectory } from '@/lib/exchange/contacts/loaders'
import type { RegionDirectory } from '@/lib/exchange/contacts/types'
import { loadLatestLessons } from '@/lib/knowledge/lessons/loaders'
import { loadPlanningRight, loadMeetings } from '@/lib/exchange/meetings/loaders'
import { loadUnsolved } from '@/lib/exchange/obstacles/loaders'

const SHOWN = 3
const SHOWN_REGIONS = 8

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange')
  return { title: t('title'), description: t('lead') }
}

export default async function ExchangePage() {
  const [
    t,
    calls,
    editor,
    { upcoming },
    meetingEditor,
    { obstacles, total },
    collections,
    directory,
    latest,
  ] = await Promise.all([
    getTranslations('exchange'),
    loadCalls(),
    loadCallRight(),
    loadMeetings(),
    loadPlanningRight(),
    loadUnsolved(),
    loadCollections(),
    loadDirectory(),
    loadLatestLessons(),
  ])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <OpenCalls editor={editor} calls={calls} />
          {latest.lessons.length > 0 ? (
            <LatestLessons total={latest.total} lessons={latest.lessons} />
          ) : null}
          {obstacles.length > 0 ? <UnsolvedObstacles total={total} obstacles={obstacles} /> : null}
        </div>
        <div className="min-w-0">
          <UpcomingMeetings meetingEditor={meetingEditor} upcoming={upcoming} />
          <DirectorySection directory={directory} />
          {collections.length > 0 ? <NewestCollections collections={collections} /> : null}
        </div>
      </div>
    </Page>
  )
}

function DirectorySection({ directory }: { directory: RegionDirectory }) {
  const t = useTranslations('exchange')
  return (
    <Section id="mensen" title={t('peopleTitle')} lead={t('peopleLead')}>
      {directory.length > 0 ? <DirectoryList regions={directory.slice(0, SHOWN_REGIONS)} /> : null}
      <p className={directory.length > 0 ? 'mt-6' : ''}>
        <TextLink href="/regions">{t('allPeople')}</TextLink>
      </p>
    </Section>
  )
}

function NewestCollections({ collections }: { collections: CollectionView[] }) {
  const t = useTranslations('exchange')
  return (
    <Section id="verzamelingen" title={t('collectionsTitle')} lead={t('collectionsLead')}>
      <CollectionCards
        collections={collections
          .slice(0, SHOWN)
          .map(({ entries, ...collection }) => ({ ...collection, count: entries.length }))}
      />
      <p className="mt-6">
        <TextLink href="/collections">{t('allCollections')}</TextLink>
      </p>
    </Section>
  )
}
