import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import type { RowFault } from '@/lib/knowledge/initiative-imports/types'
import { faultText } from './fault-text'

export function FaultTable({ faults }: { faults: readonly RowFault[] }) {
  const t = useTranslations('initiativeImports')
  return (
    <DataTable
      caption={t('whatIsWrong')}
      captionHidden
      rows={faults.map((fault, at) => ({ ...fault, at }))}
      rowKey={(fault) => String(fault.at)}
      columns={[
        { key: 'row', header: t('row'), cell: ({ rowNumber }) => rowNumber },
        { key: 'column', header: t('column'), cell: ({ column }) => column },
        {
          key: 'value',
          header: t('cell'),
          cell: ({ value }) =>
            value === '' ? (
              <span className="text-muted">{t('emptyCell')}</span>
            ) : (
              <span className="break-words">{value}</span>
            ),
        },
        {
          key: 'what',
          header: t('whatIsWrong'),
          cell: (fault) => <span className="block min-w-56">{faultText(t, fault)}</span>,
        },
      ]}
    />
  )
}
