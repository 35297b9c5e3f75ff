import { useTranslations } from 'next-intl'
import {
  Dutch,
  FigureCell,
  FigurePeriod,
  IndicatorText,
  RegionName,
} from '@/components/figures/indicators/figure-text'
import { DataTable } from '@/components/base/ui/data-table'
import type { ContextFigure } from '@/lib/figures/indicators/types'

export function PrintedTable({
  caption,
  figures,
  notes,
}: {
  caption: string
  figures: readonly ContextFigure[]
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('statistics')
  const isOne = figures.every(
    ({ indicator, breakdown }) =>
      breakdown === null && indicator.slug === figures[0]?.indicator.slug,
  )
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={figures}
      rowKey={(figure) => figure.sourceKey}
      columns={[
        {
          key: 'region',
          header: t('region'),
          cell: (figure) => <RegionName region={figure.region} />,
        },
        ...(isOne
          ? []
          : [
              {
                key: 'group',
                header: t('about'),
                cell: (figure: ContextFigure) => <IndicatorText figure={figure} />,
              },
            ]),
        { key: 'period', header: t('period'), cell: (figure) => <FigurePeriod figure={figure} /> },
        {
          key: 'value',
          header: t('figure'),
          numeric: true,
          cell: (figure) => <FigureCell figure={figure} notes={notes} withUnit />,
        },
        {
          key: 'place',
          header: t('place'),
          cell: (figure) => (
            <Dutch>
              {figure.reportRef}
              {figure.note === null ? null : (
                <span className="block max-w-xs text-xs text-muted">{figure.note}</span>
              )}
            </Dutch>
          ),
        },
      ]}
    />
  )
}
