import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MeetingList } from '@/components/exchange/meetings/meeting-list'
import { PlanButton } from '@/components/exchange/meetings/plan-button'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadPlanningRight, loadMeetings } from '@/lib/exchange/meetings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meetings')
  return { title: t('title'), description: t('lead') }
}

export default async function MeetingsPage() {
  const [t, exchange, locale, { upcoming, held }, editor] = await Promise.all([
    getTranslations('meetings'),
    getTranslations('exchange'),
    getLocale(),
    loadMeetings(),
    loadPlanningRight(),
  ])
  const planned = upcoming.filter(({ cancelReason }) => cancelReason === null)
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: exchange('title'), href: '/exchange' }, { label: t('title') }]}
      />
      <PageHeader
        kicker={t('title')}
        title={t('count', { count: planned.length })}
        lead={t('lead')}
      >
        <p className="mt-6">
          <PlanButton editor={editor} />
        </p>
      </PageHeader>
      <Section id="komend" title={t('upcoming')}>
        {upcoming.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        ) : (
          <MeetingList meetings={upcoming} shows="seats" />
        )}
        <p className="mt-6 max-w-measure">
          <a href={`${getPathname({ href: '/meetings', locale })}/agenda.ics`}>{t('feed')}</a>
          <span className="block text-sm text-muted">{t('feedWhy')}</span>
        </p>
      </Section>
      {held.length > 0 ? (
        <Section id="geweest" title={t('held')}>
          <MeetingList meetings={held} shows="outcome" />
        </Section>
      ) : null}
    </Page>
  )
}
