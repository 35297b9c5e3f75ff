import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import { StatusWord } from '@/components/base/ui/text'
import type { RoundView } from '@/lib/judgement/panels/types'
import { noonOf } from '@/lib/base/text/calendar'

function Asked({
  invitations,
  isOpen,
}: {
  invitations: RoundView['invitations']
  isOpen: boolean
}) {
  const t = useTranslations('panels.round')
  const assessments = useTranslations('assessments')
  return (
    <Disclosure summary={t('asked')} open={isOpen} className="mt-2 border-b-0">
      <DataTable
        caption={t('asked')}
        captionHidden
        rows={invitations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'organisation',
            header: t('organisation'),
            cell: (row) => row.organisationName,
          },
          { key: 'region', header: t('region'), cell: (row) => row.regionName ?? '–' },
          {
            key: 'constituency',
            header: t('constituency'),
            cell: (row) =>
              row.constituency === null ? '–' : assessments(`constituency.${row.constituency}`),
          },
          {
            key: 'state',
            header: t('state'),
            cell: (row) =>
              row.submitted
                ? t('submittedState')
                : `${t(`state_${row.state}`)}${row.remindedAt === null ? '' : `, ${t('reminded', { date: new Date(row.remindedAt) })}`}`,
          },
        ]}
      />
    </Disclosure>
  )
}

/** Organisations are named, persons are not. */
export function RoundCard({ round }: { round: RoundView }) {
  const t = useTranslations('panels.round')
  const isOpen = round.status === 'open'
  const replaced = round.invitations.filter(({ replacedBy }) => replacedBy !== null)
  return (
    <section aria-labelledby={`round-${round.id}`} className="border-t border-hairline py-6">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 id={`round-${round.id}`}>
          {t(round.kind === 'fresh' ? 'heading' : 'headingSecond', { number: round.number })}
        </h3>
        <StatusWord tone={isOpen ? 'info' : 'neutral'}>{t(isOpen ? 'open' : 'closed')}</StatusWord>
      </div>
      <p className="mt-2 max-w-measure">
        {round.closedAt === null || round.closingReason === null
          ? t('until', { date: noonOf(round.deadline) })
          : t(`end_${round.closingReason}`, { date: new Date(round.closedAt) })}{' '}
        {t('about', { number: round.revisionNumber })}
      </p>
      <p className="mt-1 max-w-measure">
        {t('submitted', { count: round.submitted, regions: round.regions })}
      </p>
      {isOpen && round.invitations.length > 0 ? (
        <p className="mt-1 max-w-measure">{t('askedNext')}</p>
      ) : null}
      {replaced.length === 0 ? null : (
        <ul className="mt-2 max-w-measure space-y-1">
          {replaced.map(({ id, organisationName, replacedBy }) => (
            <li key={id}>{t('replaced', { left: organisationName, next: replacedBy ?? '' })}</li>
          ))}
        </ul>
      )}
      {round.invitations.length === 0 ? (
        <p className="mt-3 text-sm text-muted">{t('askedNone')}</p>
      ) : (
        <Asked invitations={round.invitations} isOpen={isOpen} />
      )}
    </section>
  )
}
