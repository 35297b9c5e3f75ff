import { useTranslations } from 'next-intl'
import { Row } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { StatusWord } from '@/components/base/ui/text'
import { Link } from '@/i18n/navigation'
import { seatsLeft } from '@/lib/exchange/meetings/rules'
import type { MeetingSummary } from '@/lib/exchange/meetings/types'

export function MeetingWhen({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const t = useTranslations('meetings')
  return (
    <time dateTime={startsAt}>
      {t('when', { from: new Date(startsAt), until: new Date(endsAt) })}
    </time>
  )
}

export function MeetingWhere({ place, online }: { place: string; online: boolean }) {
  const t = useTranslations('meetings')
  return online ? t('placeOnline', { place: place === '' ? 'none' : place }) : place
}

interface MeetingListProps {
  meetings: readonly MeetingSummary[]
  shows: 'seats' | 'outcome'
}

export function MeetingList({ meetings, shows }: MeetingListProps) {
  const t = useTranslations('meetings')
  return (
    <ol>
      {meetings.map((meeting) => {
        const left = seatsLeft(meeting)
        return (
          <Row key={meeting.id}>
            <article>
              <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                <MeetingWhen {...meeting} />
                {meeting.cancelReason === null ? null : (
                  <StatusWord tone="attention">{t('cancelled')}</StatusWord>
                )}
                {meeting.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
              </p>
              <h3 className="text-xl" lang="nl">
                <Link
                  href={{ pathname: '/meetings/[slug]', params: { slug: meeting.slug } }}
                  className="text-ink decoration-green hover:text-green"
                  prefetch={false}
                >
                  {meeting.title}
                </Link>
              </h3>
              <p className="mt-2 line-clamp-2 max-w-measure" lang="nl">
                {shows === 'seats'
                  ? meeting.text
                  : meeting.outcome === ''
                    ? t('heldNone')
                    : meeting.outcome}
              </p>
              <p className="mt-3 text-sm text-muted">
                {meeting.organisation} · <MeetingWhere {...meeting} />
                {shows === 'seats' && meeting.cancelReason === null && left !== null
                  ? ` · ${t('seats', { left })}`
                  : null}
              </p>
            </article>
          </Row>
        )
      })}
    </ol>
  )
}
