import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { UNEMPLOYMENT_PARTS, UNEMPLOYMENT_ROWS } from '@/lib/figures/indicators/rules'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'
import { FigureCell, FigurePeriod, RegionName } from './figure-text'

export function UnemploymentTable({
  region,
  figures,
  notes,
}: {
  region: FigureRegion
  figures: readonly ContextFigure[]
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('indicators')
  const locale = useLocale()
  const own = figures.filter((figure) => figure.region.id === region.id)
  const find = (slug: string) => own.find((figure) => figure.indicator.slug === slug)
  const rows = UNEMPLOYMENT_ROWS.flatMap(([number, share]) => {
    const figure = find(number)
    return figure === undefined ? [] : [{ slug: number, figure, share: find(share) }]
  })
  const [first] = rows
  if (first === undefined) return null
  return (
    <div>
      <DataTable
        caption={t('unemployment')}
        rows={rows}
        rowKey={(row) => row.slug}
        columns={[
          {
            key: 'kind',
            header: t('kind'),
            cell: (row) => (
              <span className={UNEMPLOYMENT_PARTS.includes(row.slug) ? 'pl-5' : ''}>
                {labelIn(locale, row.figure.indicator)}
              </span>
            ),
          },
          {
            key: 'number',
            header: t('number'),
            numeric: true,
            cell: (row) => <FigureCell figure={row.figure} notes={notes} />,
          },
          {
            key: 'share',
            header: t('share'),
            numeric: true,
            cell: (row) => <FigureCell figure={row.share} notes={notes} />,
          },
        ]}
      />
      <p className="mt-2 text-sm text-muted">
        <RegionName region={region} />, <FigurePeriod figure={first.figure} />
      </p>
    </div>
  )
}
