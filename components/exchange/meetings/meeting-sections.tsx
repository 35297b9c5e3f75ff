import { useTranslations } from 'next-intl'
import {
  MeetingAgenda,
  MeetingMaterials,
  MeetingOutcome,
  MeetingPeople,
} from '@/components/exchange/meetings/meeting-parts'
import { Section } from '@/components/base/ui/layout'
import type {
  MeetingCreditView,
  MeetingInitiativeView,
  MeetingView,
} from '@/lib/exchange/meetings/types'

interface MeetingSectionsProps {
  isPast: boolean
  cancelReason: string | null
  outcome: string
  credits: MeetingCreditView[]
  agenda: MeetingInitiativeView[]
  materials: MeetingView['materials']
  people: { name: string; organisation: string | null }[] | null
}

export function MeetingSections({
  isPast,
  cancelReason,
  outcome,
  credits,
  agenda,
  materials,
  people,
}: MeetingSectionsProps) {
  const t = useTranslations('meetings')
  return (
    <>
      {isPast && cancelReason === null ? (
        <Section id="opbrengst" title={t('outcome')}>
          <MeetingOutcome outcome={outcome} credits={credits} />
        </Section>
      ) : null}
      {agenda.length > 0 ? (
        <Section id="agenda" title={t('agenda')}>
          <MeetingAgenda agenda={agenda} />
        </Section>
      ) : null}
      {materials.length > 0 ? (
        <Section id="lezen" title={t('materials')}>
          <MeetingMaterials materials={materials} />
        </Section>
      ) : null}
      {people === null ? null : (
        <Section id="deelnemers" title={t('people')} lead={t('peopleWhy')}>
          <MeetingPeople people={people} />
        </Section>
      )}
    </>
  )
}
