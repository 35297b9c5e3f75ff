import { useTranslations } from 'next-intl'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { DataTable } from '@/components/base/ui/data-table'
import type { RowIssue } from '@/lib/figures/figure-files/types'

export function IssueTable({ issues }: { issues: RowIssue[] }) {
  const t = useTranslations('statistics.admin')
  return (
    <DataTable
      caption={t('issues')}
      captionHidden
      rows={issues.map((issue, at) => ({ ...issue, at }))}
      rowKey={(row) => String(row.at)}
      columns={[
        { key: 'row', header: t('row'), cell: (row) => row.rowNumber },
        { key: 'column', header: t('column'), cell: (row) => row.column },
        {
          key: 'what',
          header: t('problemTitle'),
          cell: (row) => <ProblemText code={row.code} />,
        },
        {
          key: 'cell',
          header: t('cell'),
          cell: (row) => <span className="break-words">{row.text}</span>,
        },
      ]}
    />
  )
}
