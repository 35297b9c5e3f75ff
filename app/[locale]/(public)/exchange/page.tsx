import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallList } from '@/components/exchange/calls/call-list'
import { PostCallButton } from '@/components/exchange/calls/post-call-button'
import { CollectionCards } from '@/components/knowledge/collections/collection-cards'
import { DirectoryList } from '@/components/exchange/contacts/directory-list'
import { LessonList } from '@/components/knowledge/lessons/lesson-list'
import { MeetingList } from '@/components/exchange/meetings/meeting-list'
import { PlanButton } from '@/components/exchange/meetings/plan-button'
import { ObstacleRow } from '@/components/exchange/obstacles/obstacle-row'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadCallRight, loadCalls } from '@/lib/exchange/calls/loaders'
import { loadCollections } from '@/lib/knowledge/collections/loaders'
import { loadDirectory } from '@/lib/exchange/contacts/loaders'
import { loadLatestLessons } from '@/lib/knowledge/lessons/loaders'
import { loadPlanningRight, loadMeetings } from '@/lib/exchange/meetings/loaders'
import { loadUnsolved } from '@/lib/exchange/obstacles/loaders'

const SHOWN = 3
const SHOWN_REGIONS = 8

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange')
  return { title: t('title'), description: t('lead') }
}

/** Where regions ask, answer and meet; each kind of exchange has its own part. */
export default async function ExchangePage() {
  const [
    t,
    words,
    meetingText,
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
    getTranslations('calls'),
    getTranslations('meetings'),
    loadCalls(),
    loadCallRight(),
    loadMeetings(),
    loadPlanningRight(),
    loadUnsolved(),
    loadCollections(),
    loadDirectory(),
    loadLatestLessons(),
  ])
  const planned = upcoming.filter(({ cancelReason }) => cancelReason === null)
  const open = calls.filter(({ status }) => status === 'open')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Section
            id="oproepen"
            title={t('callsTitle', { open: open.length })}
            lead={t('callsLead')}
          >
            {open.length === 0 ? (
              <EmptyState title={words('openNone')}>{words('noneWhy')}</EmptyState>
            ) : (
              <CallList calls={open.slice(0, SHOWN)} />
            )}
            <p className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
              <PostCallButton editor={editor} />
              <TextLink href="/calls">{t('allCalls')}</TextLink>
            </p>
          </Section>
          {latest.lessons.length > 0 ? (
            <Section
              id="lessen"
              title={t('lessonsTitle', { count: latest.total })}
              lead={t('lessonsLead')}
            >
              <LessonList lessons={latest.lessons.slice(0, SHOWN)} level="h3" />
              <p className="mt-6">
                <TextLink href="/lessons">{t('allLessons')}</TextLink>
              </p>
            </Section>
          ) : null}
          {obstacles.length > 0 ? (
            <Section
              id="knelpunten"
              title={t('obstaclesTitle', { count: total })}
              lead={t('obstaclesLead')}
            >
              <ul>
                {obstacles.slice(0, SHOWN).map((obstacle) => (
                  <ObstacleRow key={obstacle.slug} obstacle={obstacle} />
                ))}
              </ul>
              <p className="mt-6">
                <TextLink href="/obstacles">{t('allObstacles')}</TextLink>
              </p>
            </Section>
          ) : null}
        </div>
        <div className="min-w-0">
          <Section
            id="bijeenkomsten"
            title={t('meetingsTitle', { count: planned.length })}
            lead={t('meetingsLead')}
          >
            {planned.length === 0 ? (
              <EmptyState title={meetingText('none')}>{meetingText('noneWhy')}</EmptyState>
            ) : (
              <MeetingList meetings={planned.slice(0, SHOWN)} tells="seats" />
            )}
            <p className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
              <PlanButton editor={meetingEditor} />
              <TextLink href="/meetings">{t('allMeetings')}</TextLink>
            </p>
          </Section>
          <Section id="mensen" title={t('peopleTitle')} lead={t('peopleLead')}>
            {directory.length > 0 ? (
              <DirectoryList regions={directory.slice(0, SHOWN_REGIONS)} />
            ) : null}
            <p className={directory.length > 0 ? 'mt-6' : ''}>
              <TextLink href="/regions">{t('allPeople')}</TextLink>
            </p>
          </Section>
          {collections.length > 0 ? (
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
          ) : null}
        </div>
      </div>
    </Page>
  )
}
