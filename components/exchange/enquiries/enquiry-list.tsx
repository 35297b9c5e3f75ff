import { useTranslations } from 'next-intl'
import { Row } from '@/components/base/ui/layout'
import { StatusWord, TextLink, type StatusTone } from '@/components/base/ui/text'
import type { EnquiryRow } from '@/lib/exchange/enquiries/types'

const TONE: Readonly<Record<EnquiryRow['state'], StatusTone>> = {
  pending: 'neutral',
  waiting: 'attention',
  answered: 'good',
  closed: 'neutral',
  spam: 'neutral',
}

export function EnquiryStateWords({ state, outcome }: Pick<EnquiryRow, 'state' | 'outcome'>) {
  const t = useTranslations('enquiries.inbox')
  return (
    <span className="flex flex-wrap gap-2">
      <StatusWord tone={TONE[state]}>{t(`state.${state}`)}</StatusWord>
      {outcome === null ? null : <StatusWord>{t(`outcome.${outcome}`)}</StatusWord>}
    </span>
  )
}

export function EnquiryList({ enquiries }: { enquiries: readonly EnquiryRow[] }) {
  const t = useTranslations('enquiries.inbox')
  const writers = useTranslations('enquiries.ask.writers')
  return (
    <ol className="max-w-4xl">
      {enquiries.map(({ id, about, kind, name, writer, subject, createdAt, ...row }) => (
        <Row key={id}>
          <EnquiryStateWords state={row.state} outcome={row.outcome} />
          <p className="mt-2 font-serif text-lg leading-snug font-semibold">
            <TextLink href={{ pathname: '/workspace/enquiries/[id]', params: { id } }}>
              {t('item', { kind, about: about.kind, title: about.title })}
            </TextLink>
          </p>
          {subject === about.title ? null : <p className="mt-1 break-words">{subject}</p>}
          <p className="mt-1 text-sm break-words text-muted">
            {t('from', { name, writer: writers(writer), date: row.confirmedAt ?? createdAt })}
          </p>
        </Row>
      ))}
    </ol>
  )
}
