import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Link } from '@/i18n/navigation'
import type { ImportedRow } from '@/lib/knowledge/initiative-imports/types'

export type ShownRow = ImportedRow & { mayOpen: boolean }

interface ImportedTableProps {
  rows: readonly ShownRow[]
  caption: string
}

/** What an import wrote, as it is now; each leads to the page where it is completed and submitted. */
export function ImportedTable({ rows, caption }: ImportedTableProps) {
  const t = useTranslations('initiativeImports')
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ revisionId }) => revisionId}
      columns={[
        {
          key: 'title',
          header: t('name'),
          cell: ({ revisionId, title, mayOpen }) =>
            mayOpen ? (
              <Link
                href={{ pathname: '/workspace/initiatives/[id]', params: { id: revisionId } }}
                className="inline-flex min-h-11 items-center"
              >
                {title}
              </Link>
            ) : (
              title
            ),
        },
        { key: 'row', header: t('row'), cell: ({ rowNumber }) => rowNumber },
        {
          key: 'filled',
          header: t('filled'),
          cell: ({ answered, questions }) => t('filledOf', { answered, questions }),
        },
        {
          key: 'state',
          header: t('rowState'),
          cell: ({ status, isSame }) =>
            t(status === 'draft' && !isSame ? 'row_changed' : `row_${status}`),
        },
        { key: 'for', header: t('forWhom'), cell: ({ organisationName }) => organisationName },
      ]}
    />
  )
}
