import { useFormatter, useTranslations } from 'next-intl'
import { Dutch } from '@/components/figures/indicators/figure-text'
import { DataTable } from '@/components/base/ui/data-table'
import type { loadReportTables } from '@/lib/figures/statistics/loaders'

type Loaded = Awaited<ReturnType<typeof loadReportTables>>

export function SumsTable({ checks }: { checks: Loaded['checks'] }) {
  const t = useTranslations('statistics')
  const format = useFormatter()
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  return (
    <DataTable
      caption={t('printed.sumsCaption')}
      captionHidden
      rows={checks}
      rowKey={(row) => row.slug}
      columns={[
        {
          key: 'what',
          header: t('printed.what'),
          cell: (row) => (
            <Dutch>
              {row.what}
              {row.note === null ? null : (
                <span className="block max-w-md text-xs text-muted">{row.note}</span>
              )}
            </Dutch>
          ),
        },
        {
          key: 'stated',
          header: t('printed.stated'),
          numeric: true,
          cell: (row) => number(row.stated),
        },
        {
          key: 'computed',
          header: t('printed.computed'),
          numeric: true,
          cell: (row) =>
            row.computed === row.computedTo
              ? number(row.computed)
              : t('printed.between', {
                  from: number(row.computed),
                  to: number(row.computedTo),
                }),
        },
        {
          key: 'holds',
          header: t('printed.outcome'),
          cell: (row) =>
            row.holds ? (
              t('printed.holds')
            ) : (
              <strong className="text-clay">{t('printed.differs')}</strong>
            ),
        },
      ]}
    />
  )
}
