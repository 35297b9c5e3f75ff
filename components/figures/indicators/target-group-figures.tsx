import { useTranslations } from 'next-intl'
import { needsCountWarning, noteNumbers } from '@/lib/figures/indicators/rules'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { FigureNotes } from './figure-notes'
import { FigureTable } from './figure-table'
import { FigureCell, FigurePeriod, IndicatorText } from './figure-text'
import { OverlapWarning } from './two-counts'

interface TargetGroupFiguresProps {
  indicatorSlugs: readonly string[]
  figures: readonly ContextFigure[]
  overlap: readonly ContextFigure[]
}

const TYPE_ORDER = ['landsdeel', 'province', 'labour_market', 'ggd'] as const

type Notes = ReturnType<typeof noteNumbers>

function NationalFigures({ figures, notes }: { figures: readonly ContextFigure[]; notes: Notes }) {
  const t = useTranslations('indicators')
  return (
    <div>
      <h3 className="mb-3">{t('inCountry')}</h3>
      <dl className="divide-y divide-edge/40 border-y border-edge/40">
        {figures.map((figure) => (
          <div
            key={figure.sourceKey}
            className="grid gap-x-6 py-2.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
          >
            <dt>
              <IndicatorText figure={figure} />
            </dt>
            <dd>
              <span className="font-semibold">
                <FigureCell figure={figure} notes={notes} withUnit />
              </span>
              <span className="text-sm text-muted">
                {' · '}
                <FigurePeriod figure={figure} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function RegionalFigures({
  figures,
  indicatorSlugs,
  notes,
}: {
  figures: readonly ContextFigure[]
  indicatorSlugs: readonly string[]
  notes: Notes
}) {
  const t = useTranslations('indicators')
  const regions = [...new Map(figures.map((figure) => [figure.region.id, figure.region])).values()]
  return (
    <div>
      <h3 className="mb-3">{t('inRegions')}</h3>
      <div className="space-y-6">
        {TYPE_ORDER.map((type) => {
          const rows = regions
            .filter((region) => region.type === type)
            .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
          return rows.length === 0 ? null : (
            <div key={type}>
              <FigureTable
                caption={t(`typeTable.${type}`)}
                regions={rows}
                indicatorSlugs={indicatorSlugs}
                figures={figures.filter((figure) => figure.region.type === type)}
                notes={notes}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

export function TargetGroupFigures({ indicatorSlugs, figures, overlap }: TargetGroupFiguresProps) {
  const t = useTranslations('indicators')
  const bySlug = (a: ContextFigure, b: ContextFigure) =>
    indicatorSlugs.indexOf(a.indicator.slug) - indicatorSlugs.indexOf(b.indicator.slug)
  const national = figures.filter((figure) => figure.region.type === 'country').toSorted(bySlug)
  const regional = figures.filter((figure) => figure.region.type !== 'country')
  const notes = noteNumbers([...national, ...regional])
  if (figures.length === 0) return <p className="max-w-measure">{t('groupNotCounted')}</p>
  return (
    <div className="space-y-8">
      {national.length === 0 ? null : <NationalFigures figures={national} notes={notes} />}
      {regional.length === 0 ? null : (
        <RegionalFigures figures={regional} indicatorSlugs={indicatorSlugs} notes={notes} />
      )}
      {needsCountWarning(indicatorSlugs) ? <OverlapWarning overlap={overlap} /> : null}
      <FigureNotes figures={[...national, ...regional]} notes={notes} />
    </div>
  )
}
