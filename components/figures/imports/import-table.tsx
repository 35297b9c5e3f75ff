import { useFormatter, useTranslations } from 'next-intl'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { DataTable } from '@/components/base/ui/data-table'
import { Link } from '@/i18n/navigation'
import type { ImportView } from '@/lib/figures/imports/types'

export function ImportTable({ imports }: { imports: ImportView[] }) {
  const t = useTranslations('statistics.admin')
  const format = useFormatter()
  return (
    <DataTable
      caption={t('imports')}
      captionHidden
      rows={imports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'when',
          header: t('started'),
          cell: (row) => (
            <Link href={{ pathname: '/workspace/admin/figures/[id]', params: { id: row.id } }}>
              {format.dateTime(row.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </Link>
          ),
        },
        {
          key: 'what',
          header: t('what'),
          cell: (row) => (
            <>
              {row.dataset.title}
              <span className="block text-xs text-muted">{row.label}</span>
            </>
          ),
        },
        {
          key: 'status',
          header: t('outcome'),
          cell: (row) => (
            <>
              {t(`status.${row.status}`)}
              <span className="block text-xs text-muted">
                {row.status === 'reading' ? (
                  t('run.rows', { read: row.rowsRead })
                ) : row.problem === null ? (
                  t('counts', {
                    added: row.added,
                    revised: row.revised,
                    unchanged: row.unchanged,
                    withdrawn: row.withdrawn,
                  })
                ) : (
                  <ProblemText code={row.problem} detail={row.detail} />
                )}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}
