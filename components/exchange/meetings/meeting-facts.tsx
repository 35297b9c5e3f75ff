import { useTranslations } from 'next-intl'
import { MeetingWhen, MeetingWhere } from '@/components/exchange/meetings/meeting-list'
import { Facts } from '@/components/base/ui/layout'
import { ExternalLink } from '@/components/base/ui/text'
import type { loadMeeting } from '@/lib/exchange/meetings/loaders'

type Loaded = Awaited<ReturnType<typeof loadMeeting>>

interface MeetingFactsProps {
  meeting: Loaded['meeting']
  link: string | null
  isOpen: boolean
  left: number | null
}

export function MeetingFacts({ meeting, link, isOpen, left }: MeetingFactsProps) {
  const t = useTranslations('meetings')
  return (
    <Facts
      items={[
        { label: t('facts.when'), value: <MeetingWhen {...meeting} /> },
        { label: t('facts.where'), value: <MeetingWhere {...meeting} /> },
        ...(link === null
          ? []
          : [
              {
                label: t('facts.link'),
                value: (
                  <span className="break-all">
                    <ExternalLink href={link}>{link}</ExternalLink>
                  </span>
                ),
              },
            ]),
        ...(isOpen
          ? [
              {
                label: t('facts.seats'),
                value: left === null ? t('coming', { count: meeting.taken }) : t('seats', { left }),
              },
            ]
          : []),
      ]}
    />
  )
}
