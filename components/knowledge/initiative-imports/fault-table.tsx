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
        {
          key: 'cell',
          header: t('columnAndCell'),
          cell: ({ column, value }) => (
            <>
              <span className="font-semibold">{column}</span>
              <br />
              <span className="break-words text-muted">
                {value === '' ? t('emptyCell') : value}
              </span>
            </>
          ),
        },
        {
          key: 'what',
          header: t('whatIsWrong'),
          cell: (fault) => faultText(t, fault),
        },
      ]}
    />
  )
}
