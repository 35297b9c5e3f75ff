import { useTranslations } from 'next-intl'
import { StreamList } from '@/components/monitor/expiring-funding/stream-list'
import { Section } from '@/components/base/ui/layout'
import { Pagination } from '@/components/base/ui/pagination'
import { BESIDE, type EndingStream, type Quarter } from '@/lib/monitor/expiring-funding/types'

interface ChosenStreamsProps {
  total: number
  streams: EndingStream[]
  page: number
  pages: number
  address: (page: number) => string
  quarters: Quarter[]
  when: string | null
}

export function ChosenStreams({
  total,
  streams,
  page,
  pages,
  address,
  quarters,
  when,
}: ChosenStreamsProps) {
  const t = useTranslations('expiringFunding')
  const chosen = quarters.find(({ key }) => key === when)
  const outside = BESIDE.find((key) => key === when)
  const whenText = chosen
    ? t('quarter', { quarter: chosen.quarter, year: String(chosen.year) })
    : outside
      ? t(`beside.${outside}`)
      : ''
  return (
    <Section id="stromen" title={t('list', { when: whenText, count: total })} lead={t('listLead')}>
      <StreamList streams={streams} />
      <Pagination page={page} pages={pages} hrefFor={address} />
    </Section>
  )
}
