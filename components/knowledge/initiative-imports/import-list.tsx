import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Link } from '@/i18n/navigation'
import type { ImportView } from '@/lib/knowledge/initiative-imports/types'

const written = ({ status, added, changed }: ImportView) =>
  status === 'done' || status === 'undone' ? added + changed : null

export function ImportList({ imports }: { imports: readonly ImportView[] }) {
  const t = useTranslations('initiativeImports')
  const format = useFormatter()
  if (imports.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <DataTable
      caption={t('earlier')}
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          header: t('file'),
          cell: ({ id, fileName }) => (
            <Link
              href={{ pathname: '/workspace/initiatives/import/[id]', params: { id } }}
              className="inline-flex min-h-11 items-center break-all"
            >
              {fileName}
            </Link>
          ),
        },
        {
          key: 'when',
          header: t('when'),
          cell: ({ createdAt }) =>
            format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
        },
        {
          key: 'for',
          header: t('forWhom'),
          cell: ({ organisationName }) => organisationName ?? t('several'),
        },
        { key: 'by', header: t('by'), cell: ({ createdByName }) => createdByName ?? t('gone') },
        { key: 'state', header: t('state'), cell: ({ status }) => t(`status_${status}`) },
        {
          key: 'written',
          header: t('name'),
          numeric: true,
          cell: (row) => written(row) ?? '',
        },
      ]}
    />
  )
}
