import { useFormatter, useTranslations } from 'next-intl'
import { FigurePeriod, RegionName } from '@/components/figures/indicators/figure-text'
import { DataTable, type Column } from '@/components/base/ui/data-table'
import type { DatasetFigures, SeenFigure } from '@/lib/figures/statistics/types'

const REASONS = ['Missing', 'Impossible', 'Confidential', 'Incomplete'] as const

function Cell({
  figure,
  decimals,
  unit,
}: {
  figure: SeenFigure | undefined
  decimals: number
  unit: string
}) {
  const t = useTranslations('statistics')
  const format = useFormatter()
  if (figure === undefined) return <span className="text-muted">{t('none')}</span>
  if (figure.value === null) {
    const reason = REASONS.find((known) => known === figure.attribute)
    return (
      <span className="text-muted">
        {reason === undefined
          ? t('reason.other', { reason: figure.attribute ?? '' })
          : t(`reason.${reason}`)}
      </span>
    )
  }
  const number = format.number(figure.value, {
    minimumFractionDigits: unit === 'personen' ? 0 : decimals,
    maximumFractionDigits: 4,
  })
  return (
    <>
      <span className="whitespace-nowrap tabular">
        {unit === '%' ? t('percent', { value: number }) : number}
      </span>
      {figure.status === 'final' ? null : (
        <span className="block text-xs text-muted">{t(`status.${figure.status}`)}</span>
      )}
      {figure.sumOfParts === null ? null : (
        <span className="block max-w-40 text-xs font-semibold text-clay">
          {t('sumDiffers', {
            sum: figure.sumOfParts,
            difference: figure.value - figure.sumOfParts,
          })}
        </span>
      )}
    </>
  )
}

export function SeenTable({
  dataset,
  caption,
  captionHidden = false,
  decimals,
  unit,
}: {
  dataset: DatasetFigures
  caption: string
  captionHidden?: boolean
  decimals: number
  unit: string
}) {
  const t = useTranslations('statistics')
  const periods = [...new Set(dataset.figures.map(({ period }) => period))].sort((a, b) =>
    b.localeCompare(a),
  )
  const byRow = new Map<string, { first: SeenFigure; cells: Map<string, SeenFigure> }>()
  for (const figure of dataset.figures) {
    const key = `${figure.region.id}|${figure.breakdown}`
    const row = byRow.get(key) ?? { first: figure, cells: new Map<string, SeenFigure>() }
    row.cells.set(figure.period, figure)
    byRow.set(key, row)
  }
  const rows = [...byRow.entries()].map(([key, row]) => ({ key, ...row }))
  const columns = periods.map((period): Column<(typeof rows)[number]> => ({
    key: period,
    numeric: true,
    header: <FigurePeriod figure={{ periodCode: period, periodLabel: period }} />,
    cell: (row) => <Cell figure={row.cells.get(period)} decimals={decimals} unit={unit} />,
  }))
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'region',
          header: t('region'),
          cell: ({ first }) => (
            <>
              <RegionName region={first.region} />
              {first.breakdown === '' ? null : (
                <span className="block text-xs text-muted">
                  {first.breakdown.replaceAll(';', ', ')}
                </span>
              )}
            </>
          ),
        },
        ...columns,
      ]}
    />
  )
}
