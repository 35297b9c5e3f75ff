import { useTranslations } from 'next-intl'
import { MeetingList } from '@/components/exchange/meetings/meeting-list'
import { PlanButton } from '@/components/exchange/meetings/plan-button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { MeetingSummary } from '@/lib/exchange/meetings/types'

const SHOWN = 3

export function UpcomingMeetings({
  meetingEditor,
  upcoming,
}: {
  meetingEditor: { signedIn: boolean; mayPlan: boolean }
  upcoming: MeetingSummary[]
}) {
  const t = useTranslations('exchange')
  const meetingText = useTranslations('meetings')
  const planned = upcoming.filter(({ cancelReason }) => cancelReason === null)
  return (
    <Section
      id="bijeenkomsten"
      title={t('meetingsTitle', { count: planned.length })}
      lead={t('meetingsLead')}
    >
      {planned.length === 0 ? (
        <EmptyState title={meetingText('none')}>{meetingText('noneWhy')}</EmptyState>
      ) : (
        <MeetingList meetings={planned.slice(0, SHOWN)} shows="seats" />
      )}
      <p className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
        <PlanButton editor={meetingEditor} />
        <TextLink href="/meetings">{t('allMeetings')}</TextLink>
      </p>
    </Section>
  )
}
