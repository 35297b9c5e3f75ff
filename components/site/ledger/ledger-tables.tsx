import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Day, DayOf } from '@/components/base/ui/day'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import type { KindCount, LedgerHead, Place } from '@/lib/site/ledger/types'
import { Fingerprint } from './fingerprint'

const DATA = '/api/v1/onveranderd'

export function KindsSection({ kinds }: { kinds: readonly KindCount[] }) {
  const t = useTranslations('ledger')
  return (
    <Section id="soorten" title={t('kinds.title')}>
      <DataTable
        caption={t('kinds.caption')}
        captionHidden
        rowKey={({ kind }) => kind}
        rows={kinds}
        columns={[
          { key: 'kind', header: t('kinds.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          { key: 'count', header: t('kinds.count'), numeric: true, cell: ({ count }) => count },
          {
            key: 'afterwards',
            header: t('kinds.afterwards'),
            numeric: true,
            cell: ({ afterwards }) => afterwards,
          },
          {
            key: 'since',
            header: t('kinds.since'),
            cell: ({ since }) =>
              since === null ? t('kinds.none') : <DayOf at={new Date(since)} />,
          },
        ]}
      />
      <p className="mt-4 max-w-measure text-sm text-muted">{t('kinds.afterwardsWhy')}</p>
    </Section>
  )
}

interface HeadsSectionProps {
  heads: readonly LedgerHead[]
  end: Place
  feeds: { atom: string; json: string }
}

export function HeadsSection({ heads, end, feeds }: HeadsSectionProps) {
  const t = useTranslations('ledger.heads')
  return (
    <Section id="dagen" title={t('title')} lead={t('lead')}>
      {heads.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          captionHidden
          rowKey={({ day }) => day}
          rows={heads}
          columns={[
            { key: 'day', header: t('day'), cell: ({ day }) => <Day on={day} /> },
            { key: 'seq', header: t('seq'), numeric: true, cell: ({ seq }) => seq },
            { key: 'hash', header: t('hash'), cell: ({ hash }) => <Fingerprint hash={hash} /> },
          ]}
        />
      )}
      <p className="mt-4 max-w-measure">
        {t('now', { seq: end.seq })} <Fingerprint hash={end.hash} />
      </p>
      <p className="mt-4 max-w-measure">
        {t.rich('feed', {
          atom: (text) => <a href={feeds.atom}>{text}</a>,
          json: (text) => <a href={feeds.json}>{text}</a>,
          data: (text) => <a href={DATA}>{text}</a>,
        })}
      </p>
    </Section>
  )
}
