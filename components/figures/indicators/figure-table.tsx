import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/base/ui/data-table'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'
import { Dutch, FigureCell, RegionName } from './figure-text'

interface FigureTableProps {
  caption: string
  regions: readonly FigureRegion[]
  indicatorSlugs: readonly string[]
  figures: readonly ContextFigure[]
  notes: ReadonlyMap<string, number>
}

export function FigureTable({
  caption,
  regions,
  indicatorSlugs,
  figures,
  notes,
}: FigureTableProps) {
  const t = useTranslations('indicators')
  const locale = useLocale()
  const find = (regionId: string, slug: string) =>
    figures.find(
      (figure) =>
        figure.region.id === regionId &&
        figure.indicator.slug === slug &&
        figure.breakdown === null,
    )
  const columns = indicatorSlugs.flatMap((slug): Column<FigureRegion>[] => {
    const sample = figures.find((figure) => figure.indicator.slug === slug)?.indicator
    if (sample === undefined) return []
    const header = labelIn(locale, sample)
    return [
      {
        key: slug,
        header,
        numeric: true,
        cell: (region) => <FigureCell figure={find(region.id, slug)} notes={notes} />,
      },
    ]
  })
  const remark = (region: FigureRegion) =>
    indicatorSlugs
      .map((slug) => find(region.id, slug)?.note)
      .find((note) => note !== undefined && note !== null)
  if (columns.length === 0) return null
  return (
    <DataTable
      caption={caption}
      rows={regions}
      rowKey={(region) => region.id}
      columns={[
        {
          key: 'region',
          header: t('region'),
          cell: (region) => (
            <>
              <RegionName region={region} />
              {remark(region) ? (
                <span className="block max-w-xs text-xs text-muted">
                  <Dutch>{remark(region)}</Dutch>
                </span>
              ) : null}
            </>
          ),
        },
        ...columns,
      ]}
    />
  )
}
