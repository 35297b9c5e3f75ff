import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeetingActions } from '@/components/exchange/meetings/meeting-actions'
import { MeetingFacts } from '@/components/exchange/meetings/meeting-facts'
import { MeetingSections } from '@/components/exchange/meetings/meeting-sections'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { ExampleMark, Notice } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import { loadMeeting } from '@/lib/exchange/meetings/loaders'
import { seatsLeft } from '@/lib/exchange/meetings/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await loadMeeting((await params).slug)
  return { title: meeting.title, description: meeting.text.slice(0, 300) }
}

export default async function MeetingPage({ params }: Props) {
  const { slug } = await params
  const [{ meeting, people, link, ...may }, t, exchange] = await Promise.all([
    loadMeeting(slug),
    getTranslations('meetings'),
    getTranslations('exchange'),
  ])
  const left = seatsLeft(meeting)
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: exchange('title'), href: '/exchange' },
          { label: t('title'), href: '/meetings' },
          { label: meeting.title },
        ]}
      />
      <PageHeader kicker={meeting.organisation} title={<span lang="nl">{meeting.title}</span>}>
        {meeting.isExample ? (
          <p className="mt-4">
            <ExampleMark>{t('example')}</ExampleMark>
          </p>
        ) : null}
        {meeting.cancelReason === null ? null : (
          <Notice tone="attention" title={t('cancelled')} className="mt-6">
            {t('cancelledWhy', { reason: meeting.cancelReason })}
          </Notice>
        )}
        <div className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <p className="max-w-measure text-lg whitespace-pre-line" lang="nl">
            {meeting.text}
          </p>
          <div className="space-y-6">
            <MeetingFacts meeting={meeting} link={link} isOpen={may.isOpen} left={left} />
            <MeetingActions
              isOpen={may.isOpen}
              signedIn={may.signedIn}
              comes={may.comes}
              isPast={may.isPast}
              mayManage={may.mayManage}
              id={meeting.id}
              slug={slug}
              left={left}
            />
          </div>
        </div>
      </PageHeader>
      <MeetingSections
        isPast={may.isPast}
        cancelReason={meeting.cancelReason}
        outcome={meeting.outcome}
        credits={meeting.credits}
        agenda={meeting.agenda}
        materials={meeting.materials}
        people={people}
      />
    </Page>
  )
}
