import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import {
  noteNumbers,
  REGION_FIGURES,
  type FigureScope,
  type RegionFigureGroup,
} from '@/lib/figures/indicators/rules'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'
import { FigureNotes } from './figure-notes'
import { FigureTable } from './figure-table'
import { TwoCounts } from './two-counts'
import { UnemploymentTable } from './unemployment-table'

interface RegionFiguresProps {
  region: FigureRegion
  scope: FigureScope
  regions: readonly FigureRegion[]
  figures: readonly ContextFigure[]
  overlap: readonly ContextFigure[]
}

/** What CBS, UWV and the health monitor count in and around a region, each in its own division of the country. */
export function RegionFigures({ region, scope, regions, figures, overlap }: RegionFiguresProps) {
  const t = useTranslations('indicators')
  const byId = new Map(regions.map((row) => [row.id, row]))
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const inGroup = (group: RegionFigureGroup) =>
    figures.filter((figure) =>
      (REGION_FIGURES[group] as readonly string[]).includes(figure.indicator.slug),
    )
  const nearest = (slug: string, ids: readonly string[]) =>
    ids
      .map((id) =>
        figures.find((figure) => figure.region.id === id && figure.indicator.slug === slug),
      )
      .find((figure) => figure !== undefined)
  const withFigures = (ids: readonly string[], list: readonly ContextFigure[]) =>
    pick(ids.filter((id) => list.some((figure) => figure.region.id === id)))

  const [onlyRegion, ...others] = scope.registered
  const registered = nearest(
    'gwu-personen',
    others.length === 0 && onlyRegion !== undefined && onlyRegion === region.id
      ? [onlyRegion]
      : scope.survey,
  )
  const registeredRows = completeRows(pick(scope.registered), inGroup('registered'))
  const unemployedIn = withFigures(scope.survey, inGroup('unemployment'))[0]
  const healthRows = withFigures(scope.health, inGroup('unpaid'))
  const through = scope.healthThrough === null ? undefined : byId.get(scope.healthThrough)
  const international = [...new Set([region.id, ...scope.survey, ...scope.registered])]
  const people = withFigures(international, [...inGroup('working'), ...inGroup('living')])
  const shown = figures.filter((figure) =>
    (figure.indicator.unpaidWork ? healthRows : regions).some((row) => row.id === figure.region.id),
  )
  const notes = noteNumbers(shown)

  return (
    <div className="space-y-10">
      <div>
        <h3 className="mb-4">{t('paidTitle')}</h3>
        <TwoCounts
          survey={nearest('oap-personen', scope.survey)}
          share={nearest('oap-aandeel', scope.survey)}
          registered={registered}
          overlap={overlap}
          notes={notes}
        />
      </div>
      {registeredRows.length > 1 ||
      (registeredRows.length === 1 && registeredRows[0]?.id !== region.id) ? (
        <FigureTable
          caption={t('registeredTable')}
          regions={registeredRows}
          indicatorSlugs={REGION_FIGURES.registered}
          figures={figures}
          notes={notes}
        />
      ) : null}
      {unemployedIn === undefined ? null : (
        <UnemploymentTable region={unemployedIn} figures={figures} notes={notes} />
      )}
      {healthRows.length === 0 ? null : (
        <div>
          <h3>{t('unpaidTitle')}</h3>
          <p className="mt-2 mb-4 max-w-measure text-sm text-muted">
            {through === undefined
              ? t('unpaidLead')
              : t('unpaidThrough', { region: region.name, province: through.name })}
          </p>
          <FigureTable
            caption={t('unpaidTable')}
            regions={healthRows}
            indicatorSlugs={REGION_FIGURES.unpaid}
            figures={figures}
            notes={notes}
          />
        </div>
      )}
      {people.length === 0 ? null : (
        <Disclosure summary={t('internationals')} className="border-b-0">
          <div className="space-y-6">
            <FigureTable
              caption={t('workingTable')}
              regions={people}
              indicatorSlugs={REGION_FIGURES.working}
              figures={figures}
              notes={notes}
            />
            <FigureTable
              caption={t('livingTable')}
              regions={people}
              indicatorSlugs={REGION_FIGURES.living}
              figures={figures}
              notes={notes}
            />
          </div>
        </Disclosure>
      )}
      <FigureNotes figures={[...shown, ...overlap]} notes={notes} />
    </div>
  )
}

/** Rows with a figure; one that its source left out stays in view among its neighbours, because the sum leaves it out too. */
function completeRows(
  rows: readonly FigureRegion[],
  figures: readonly ContextFigure[],
): FigureRegion[] {
  const filled = rows.filter((row) => figures.some((figure) => figure.region.id === row.id))
  return filled.length * 2 > rows.length ? [...rows] : filled
}
