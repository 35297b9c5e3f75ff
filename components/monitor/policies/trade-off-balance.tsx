import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { StatusWord, type StatusTone } from '@/components/base/ui/text'
import type {
  MonitorView,
  TradeOffDomain,
  TradeOffEffect,
  TradeOffView,
} from '@/lib/monitor/policies/types'
import { TermWord } from '@/components/base/taxonomy/term-word'

const DOMAINS: readonly TradeOffDomain[] = ['informal_care', 'volunteering', 'learning', 'health']
const TONE: Record<TradeOffEffect, StatusTone> = {
  better: 'good',
  same: 'neutral',
  worse: 'attention',
  not_examined: 'neutral',
}

function tradeOffRows(monitor: MonitorView): TradeOffView[] {
  return DOMAINS.map(
    (domain) =>
      monitor.tradeOffs.find((row) => row.domain === domain) ?? {
        domain,
        effect: 'not_examined',
        hoursPerWeek: null,
        carriedBy: null,
        sourceTitle: null,
      },
  )
}

function TradeOffTable({ rows }: { rows: readonly TradeOffView[] }) {
  const t = useTranslations('policies.tradeOffs')
  const format = useFormatter()
  const unknown = <span className="text-muted">{t('unknown')}</span>
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.domain}
      columns={[
        { key: 'domain', header: t('kind'), cell: (row) => t(`domain.${row.domain}`) },
        {
          key: 'effect',
          header: t('effectColumn'),
          cell: (row) => (
            <StatusWord tone={TONE[row.effect]}>{t(`effect.${row.effect}`)}</StatusWord>
          ),
        },
        {
          key: 'hours',
          header: t('hours'),
          numeric: true,
          cell: (row) =>
            row.hoursPerWeek === null
              ? unknown
              : format.number(row.hoursPerWeek, { maximumFractionDigits: 2 }),
        },
        { key: 'carriedBy', header: t('carriedBy'), cell: (row) => row.carriedBy ?? unknown },
        { key: 'source', header: t('source'), cell: (row) => row.sourceTitle ?? unknown },
      ]}
    />
  )
}

export function TradeOffBalance({ monitor }: { monitor: MonitorView }) {
  const t = useTranslations('policies.tradeOffs')
  const rows = tradeOffRows(monitor)
  return (
    <div className="space-y-4">
      <p className="max-w-measure">
        <span className="mr-2 text-sm text-muted">{t('displacement')}</span>
        <StatusWord tone={monitor.displacement.slug === 'waargenomen' ? 'attention' : 'neutral'}>
          <TermWord term={monitor.displacement} />
        </StatusWord>{' '}
        {monitor.displacementNote}
      </p>
      {rows.every((row) => row.effect === 'not_examined') ? (
        <p className="max-w-measure text-muted">{t('nobodyLooked')}</p>
      ) : (
        <TradeOffTable rows={rows} />
      )}
      {monitor.sideEffects === null ? null : (
        <p className="max-w-measure">
          <span className="block text-sm text-muted">{t('sideEffects')}</span>
          {monitor.sideEffects}
        </p>
      )}
    </div>
  )
}
