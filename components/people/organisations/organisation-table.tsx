import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import type { OrganisationRow } from '@/lib/people/organisations/types'

export function OrganisationTable({ rows }: { rows: readonly OrganisationRow[] }) {
  const t = useTranslations('organisations')
  const kinds = useTranslations('organisations.kinds')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ slug, name, endsOn }) => (
            <>
              <TextLink
                href={{ pathname: '/workspace/admin/organisations/[slug]', params: { slug } }}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {name}
              </TextLink>
              {endsOn === null ? null : (
                <span className="block text-muted">{t('ended', { date: noonOf(endsOn) })}</span>
              )}
            </>
          ),
        },
        { key: 'kind', header: t('kind'), cell: ({ kind }) => kinds(kind) },
        { key: 'region', header: t('region'), cell: (row) => row.regionName ?? t('noRegion') },
        { key: 'people', header: t('people'), cell: ({ people }) => people, numeric: true },
        {
          key: 'initiatives',
          header: t('initiatives'),
          cell: ({ initiatives }) => initiatives,
          numeric: true,
        },
      ]}
    />
  )
}
