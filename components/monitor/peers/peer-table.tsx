import { Fragment } from 'react'
import { useTranslations } from 'next-intl'
import { ScrollRegion } from '@/components/base/ui/scroll-region'
import { TextLink } from '@/components/base/ui/text'
import type { RegionComparison } from '@/lib/monitor/peers/loaders'
import { usePeerRows, type PeerRow } from './peer-rows'

const PARTS = ['people', 'goals', 'money', 'initiatives', 'verdicts', 'evidence'] as const

function Head({ region, year }: { region: { slug: string; name: string }; year: number }) {
  return (
    <TextLink
      href={{
        pathname: '/regions/[slug]/monitor',
        params: { slug: region.slug },
        query: { jaar: year },
      }}
      prefetch={false}
      className="inline-flex min-h-8 items-center font-semibold"
    >
      {region.name}
    </TextLink>
  )
}

interface TableProps {
  columns: RegionComparison['columns']
  rows: readonly PeerRow[]
  year: number
}

function PartRows({
  part,
  rows,
  columns,
}: Omit<TableProps, 'year'> & { part: (typeof PARTS)[number] }) {
  const t = useTranslations('peers')
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={columns.length + 1}
          className="border-b border-hairline pt-6 pb-1 text-left font-serif text-lg"
        >
          {t(`parts.${part}`)}
        </th>
      </tr>
      {rows
        .filter((row) => row.part === part)
        .map((row) => (
          <tr key={row.key}>
            <th
              scope="row"
              className="sticky left-0 max-w-64 border-b border-hairline bg-paper py-2 pr-4 text-left align-top text-sm font-normal"
            >
              {row.head}
            </th>
            {columns.map((column) => (
              <td
                key={column.region.slug}
                className="border-b border-hairline px-3 py-2 align-top tabular"
              >
                {row.cell(column)}
              </td>
            ))}
          </tr>
        ))}
    </tbody>
  )
}

function WideTable({ columns, rows, year }: TableProps) {
  const t = useTranslations('peers')
  return (
    <ScrollRegion label={t('table')} className="hidden md:block print:block">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 border-b-2 border-edge bg-paper py-2 pr-4 text-left align-bottom text-sm text-muted"
            >
              {t('what')}
            </th>
            {columns.map(({ region }) => (
              <th
                key={region.slug}
                scope="col"
                className="min-w-44 border-b-2 border-edge px-3 py-2 text-left align-bottom"
              >
                <Head region={region} year={year} />
              </th>
            ))}
          </tr>
        </thead>
        {PARTS.map((part) => (
          <PartRows key={part} part={part} rows={rows} columns={columns} />
        ))}
      </table>
    </ScrollRegion>
  )
}

function NarrowList({ columns, rows, year }: TableProps) {
  return (
    <div className="space-y-10 md:hidden print:hidden">
      {columns.map((column) => (
        <div key={column.region.slug}>
          <h3>
            <Head region={column.region} year={year} />
          </h3>
          <dl className="mt-2">
            {PARTS.map((part) => (
              <Fragment key={part}>
                {rows
                  .filter((row) => row.part === part)
                  .map((row) => (
                    <div
                      key={row.key}
                      className="grid grid-cols-[1fr_1fr] gap-3 border-b border-hairline py-1.5"
                    >
                      <dt className="text-sm text-muted">{row.head}</dt>
                      <dd className="min-w-0 tabular">{row.cell(column)}</dd>
                    </div>
                  ))}
              </Fragment>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}

export function PeerTable({
  comparison,
  notes,
}: {
  comparison: RegionComparison
  notes: ReadonlyMap<string, number>
}) {
  const { columns, year } = comparison
  const rows = usePeerRows(comparison, notes)
  return (
    <>
      <WideTable columns={columns} rows={rows} year={year} />
      <NarrowList columns={columns} rows={rows} year={year} />
    </>
  )
}
