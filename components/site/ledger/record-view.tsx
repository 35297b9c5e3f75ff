import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Facts } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Fault, LedgerEntry, Subject } from '@/lib/site/ledger/types'
import { FaultText } from './fault-text'
import { Fingerprint } from './fingerprint'

function SubjectLink({ subject }: { subject: Subject }) {
  const { title, slug, kind, year } = subject
  if (slug === null) return title
  if (kind === 'assessment' || kind === 'measurement')
    return <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }}>{title}</TextLink>
  return (
    <TextLink
      href={{
        pathname: '/regions/[slug]/monitor',
        params: { slug },
        query: { jaar: String(year ?? '') },
      }}
    >
      {title}
    </TextLink>
  )
}

interface RecordViewProps {
  entry: LedgerEntry
  subject: Subject | null
  faults: readonly Fault[]
  /** Null when it may not be read. */
  text: string | null
}

/** One record of the chain, as it was checked just now. */
export function RecordView({ entry, subject, faults, text }: RecordViewProps) {
  const t = useTranslations('ledger.record')
  return (
    <>
      {faults.length === 0 ? (
        <Notice tone="success" title={t('fine')} />
      ) : (
        <Notice tone="error" title={t('broken')}>
          {faults.map((fault) => (
            <p key={fault.fault}>
              <FaultText fault={{ ...fault, recordId: null, subject }} />
            </p>
          ))}
        </Notice>
      )}
      <EntryFacts entry={entry} subject={subject} />
      {text === null ? (
        subject ? (
          <p className="mt-6 max-w-measure text-muted">{t('textHidden')}</p>
        ) : null
      ) : (
        <Disclosure summary={t('text')} className="mt-6 border-b-0">
          <pre className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</pre>
        </Disclosure>
      )}
    </>
  )
}

function EntryFacts({ entry, subject }: Pick<RecordViewProps, 'entry' | 'subject'>) {
  const t = useTranslations('ledger.record')
  const format = useFormatter()
  const own =
    subject?.at == null ? null : format.dateTime(new Date(subject.at), { dateStyle: 'long' })
  const about =
    subject === null
      ? []
      : [
          { label: t('subject'), value: <SubjectLink subject={subject} /> },
          { label: t('own'), value: own },
        ]
  return (
    <Facts
      className="mt-8 max-w-4xl"
      items={[
        ...about,
        {
          label: t('sealed'),
          value: (
            <>
              {t('moment', { date: entry.sealedAt })}
              {entry.afterwards ? <span className="block">{t('afterwards')}</span> : null}
            </>
          ),
        },
        { label: t('number'), value: entry.seq },
        { label: t('content'), value: <Fingerprint hash={entry.contentHash} /> },
        { label: t('hash'), value: <Fingerprint hash={entry.hash} /> },
        { label: t('previous'), value: <Fingerprint hash={entry.previousHash} /> },
      ]}
    />
  )
}
