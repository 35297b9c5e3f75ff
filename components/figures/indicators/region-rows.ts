import { type FigureScope } from '@/lib/figures/indicators/scope.rules'
import { REGION_FIGURES, type RegionFigureGroup } from '@/lib/figures/indicators/rules'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'

export interface RegionSource {
  region: FigureRegion
  scope: FigureScope
  regions: readonly FigureRegion[]
  figures: readonly ContextFigure[]
}

const inGroup = (figures: readonly ContextFigure[], ...groups: RegionFigureGroup[]) =>
  figures.filter(({ indicator }) =>
    groups.some((group) => (REGION_FIGURES[group] as readonly string[]).includes(indicator.slug)),
  )

/** A figure that its source left out stays in view, because the sum leaves it out too. */
function completeRows(
  rows: readonly FigureRegion[],
  figures: readonly ContextFigure[],
): FigureRegion[] {
  const filled = rows.filter((row) => figures.some((figure) => figure.region.id === row.id))
  return filled.length * 2 > rows.length ? [...rows] : filled
}

function nearest(figures: readonly ContextFigure[], slug: string, ids: readonly string[]) {
  return ids
    .map((id) =>
      figures.find((figure) => figure.region.id === id && figure.indicator.slug === slug),
    )
    .find((figure) => figure !== undefined)
}

const registerOf = ({ region, scope: { registered, survey } }: RegionSource) =>
  registered.length === 1 && registered[0] === region.id ? registered : survey

export function regionRows(source: RegionSource) {
  const { region, scope, regions, figures } = source
  const byId = new Map(regions.map((row) => [row.id, row]))
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const withFigures = (ids: readonly string[], list: readonly ContextFigure[]) =>
    pick(ids.filter((id) => list.some((figure) => figure.region.id === id)))
  const health = withFigures(scope.health, inGroup(figures, 'unpaid'))
  return {
    survey: nearest(figures, 'oap-personen', scope.survey),
    share: nearest(figures, 'oap-aandeel', scope.survey),
    registered: nearest(figures, 'gwu-personen', registerOf(source)),
    registeredRows: completeRows(pick(scope.registered), inGroup(figures, 'registered')),
    unemployedIn: withFigures(scope.survey, inGroup(figures, 'unemployment'))[0],
    health,
    healthThrough: scope.healthThrough === null ? undefined : byId.get(scope.healthThrough),
    people: withFigures(
      [...new Set([region.id, ...scope.survey, ...scope.registered])],
      inGroup(figures, 'working', 'living'),
    ),
    shown: figures.filter((figure) =>
      (figure.indicator.unpaidWork ? health : regions).some((row) => row.id === figure.region.id),
    ),
  }
}
