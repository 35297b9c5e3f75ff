import { useTranslations } from 'next-intl'
import { StatusWord, TextLink, type StatusTone } from '@/components/base/ui/text'
import type { OwnRevision, RevisionRow, RevisionStatus } from '@/lib/knowledge/revisions/types'

const TONE: Record<RevisionStatus, StatusTone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'attention',
  published: 'good',
  superseded: 'neutral',
}

function InitiativeLinks({ row }: { row: RevisionRow }) {
  const t = useTranslations('workspace')
  return (
    <ul className="flex gap-x-4 text-sm">
      <li>
        <TextLink
          href={{
            pathname: '/workspace/initiatives/[id]/policy',
            params: { id: row.initiativeId },
          }}
          aria-label={t('policyOf', { title: row.title })}
        >
          {t('policy')}
        </TextLink>
      </li>
      <li>
        <TextLink
          href={{
            pathname: '/workspace/initiatives/[id]/measurements',
            params: { id: row.initiativeId },
          }}
          aria-label={t('measurementsOf', { title: row.title })}
        >
          {t('measurements')}
        </TextLink>
      </li>
      {row.status === 'published' && row.closed === null ? (
        <li>
          <TextLink
            href={{
              pathname: '/workspace/initiatives/[id]/panel',
              params: { id: row.initiativeId },
            }}
            aria-label={t('panelOf', { title: row.title })}
          >
            {t('panel')}
          </TextLink>
        </li>
      ) : null}
    </ul>
  )
}

function RowStatus({ row }: { row: RevisionRow }) {
  const [t, plans] = [useTranslations('workspace'), useTranslations('schedules')]
  if (row.closed !== null)
    return <StatusWord tone="neutral">{t(`closed_${row.closed}`)}</StatusWord>
  if (row.plannedAt !== null)
    return <StatusWord tone="info">{plans('plannedFor', { at: row.plannedAt })}</StatusWord>
  return <StatusWord tone={TONE[row.status]}>{t(`status_${row.status}`)}</StatusWord>
}

function OwnInitiative({ row }: { row: OwnRevision }) {
  const t = useTranslations('workspace')
  const { answered, questions } = row.completeness
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-hairline py-4 last:border-b sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-serif text-lg leading-snug font-semibold">
          <TextLink href={{ pathname: '/workspace/initiatives/[id]', params: { id: row.id } }}>
            {row.title}
          </TextLink>
        </p>
        <p className="mt-1 text-sm text-muted">
          {t('rowFacts', {
            number: row.number,
            organisation: row.organisationName,
            date: row.updatedAt,
          })}{' '}
          · {t('filledIn', { answered, questions })}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 sm:justify-end">
        <RowStatus row={row} />
        <InitiativeLinks row={row} />
      </div>
    </li>
  )
}

export function OwnInitiatives({ rows }: { rows: readonly OwnRevision[] }) {
  return (
    <ul className="max-w-4xl">
      {rows.map((row) => (
        <OwnInitiative key={row.id} row={row} />
      ))}
    </ul>
  )
}
