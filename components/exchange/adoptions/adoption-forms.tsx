import { useTranslations } from 'next-intl'
import {
  CheckinForms,
  HandOverForm,
  OwnForm,
  SheetForm,
} from '@/components/exchange/adoptions/adoption-steps'
import { Section } from '@/components/base/ui/layout'
import { checkinDates } from '@/lib/exchange/adoptions/rules'
import type { AdoptionWork, CheckinMonth } from '@/lib/exchange/adoptions/types'
import { noonOf } from '@/lib/base/text/calendar'

interface AdoptionFormsProps {
  adoption: AdoptionWork
  due: CheckinMonth[]
  own: { id: string; title: string }[]
  colleagues: { id: string; name: string }[]
  today: string
}

export function AdoptionForms({ adoption, due, own, colleagues, today }: AdoptionFormsProps) {
  const t = useTranslations('adoptions')
  const upcoming =
    adoption.status === 'running' && adoption.startsOn !== null
      ? checkinDates(adoption.startsOn).find(({ dueOn }) => dueOn > today)
      : undefined
  return (
    <>
      {adoption.status === 'running' ? (
        <Section
          id="tussenstand"
          title={t('checkin.title')}
          lead={upcoming ? t('checkin.next', { date: noonOf(upcoming.dueOn) }) : undefined}
        >
          <CheckinForms adoption={adoption} due={due} />
        </Section>
      ) : null}
      <Section id="aanpassing" title={t('sheet.title')} lead={t('sheet.lead')}>
        <SheetForm adoption={adoption} />
      </Section>
      <Section id="eigen" title={t('own.title')} lead={t('own.lead')}>
        <OwnForm adoption={adoption} own={own} />
      </Section>
      <Section id="overdragen" title={t('handOver.title')} lead={t('handOver.lead')}>
        <HandOverForm adoption={adoption} colleagues={colleagues} />
      </Section>
    </>
  )
}
