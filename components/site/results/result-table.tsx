import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { DataTable } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Link } from '@/i18n/navigation'
import { COLUMN_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { COLUMNS, type Column, type SearchHit } from '@/lib/knowledge/search/types'
import { useResultColumns, type ColumnSources } from './result-columns'

interface ResultTableProps extends ColumnSources {
  hits: readonly SearchHit[]
}

function ColumnChoice({ chosen }: { chosen: readonly Column[] }) {
  const t = useTranslations('search')
  return (
    <Disclosure summary={t('column.label')} className="mb-4 border-t print:hidden">
      <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <legend className="sr-only">{t('column.label')}</legend>
        {COLUMNS.map((column) => (
          <label key={column} className="flex min-h-9 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name="kolom"
              value={COLUMN_PARAMETERS[column]}
              defaultChecked={chosen.includes(column)}
              className="size-5 accent-green"
            />
            {t(`column.${column}`)}
          </label>
        ))}
        <Button type="submit" variant="quiet">
          {t('order')}
        </Button>
      </fieldset>
    </Disclosure>
  )
}

export function ResultTable({ query, hits, values, criteria, profiles, href }: ResultTableProps) {
  const t = useTranslations('search')
  const made = useResultColumns({ query, values, criteria, profiles, href })
  return (
    <>
      <ColumnChoice chosen={query.columns} />
      <DataTable
        caption={t('tableCaption')}
        captionHidden
        rows={hits}
        rowKey={({ initiativeId }) => initiativeId}
        columns={[
          {
            key: 'title',
            header: t('column.title'),
            cell: ({ slug, title }) => (
              <Link
                href={{ pathname: '/initiatives/[slug]', params: { slug } }}
                prefetch={false}
                className="block min-w-40 max-w-64 font-semibold"
              >
                {title}
              </Link>
            ),
          },
          ...query.columns.flatMap((column) => made[column]),
        ]}
      />
      {query.columns.includes('adoptions') ? (
        <p className="mt-3 max-w-measure text-sm text-muted">{t('adoptionsNote')}</p>
      ) : null}
      {query.columns.includes('criteria') ? (
        <p className="mt-3 max-w-measure text-sm text-muted">{t('criteriaNote')}</p>
      ) : null}
    </>
  )
}
