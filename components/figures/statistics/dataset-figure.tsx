import { useTranslations } from 'next-intl'
import { Figure } from '@/components/base/ui/figure'
import { FigureFiles } from '@/components/base/ui/figure-files'
import type { DatasetFigures } from '@/lib/figures/statistics/types'
import { canDrawLines, SeenLines } from './seen-lines'
import { SeenTable } from './seen-table'

interface DatasetFigureProps {
  dataset: DatasetFigures
  indicator: { label: string; decimals: number; unit: string }
  chosen: string | undefined
  page: string
}

export function DatasetFigure({
  dataset,
  indicator: { label, decimals, unit },
  chosen,
  page,
}: DatasetFigureProps) {
  const t = useTranslations('statistics')
  const source = t('datasetSource', {
    source: dataset.source.name,
    licence: dataset.source.licence ?? t('licenceUnknown'),
  })
  const picture = { id: `grafiek-${dataset.slug}`, title: label, page }
  if (canDrawLines(dataset)) {
    return (
      <Figure
        caption={t('lines.caption')}
        source={source}
        picture={picture}
        table={{
          label: t('lines.table'),
          content: (
            <SeenTable
              dataset={dataset}
              caption={label}
              captionHidden
              decimals={decimals}
              unit={unit}
            />
          ),
        }}
      >
        <SeenLines dataset={dataset} chosen={chosen} label={label} unit={unit} />
      </Figure>
    )
  }
  return (
    <figure id={picture.id} data-title={label}>
      <SeenTable dataset={dataset} caption={label} decimals={decimals} unit={unit} />
      <FigureFiles picture={picture} drawing={false} />
      <figcaption className="mt-3 text-sm text-muted">{source}</figcaption>
    </figure>
  )
}
