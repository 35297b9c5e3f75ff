import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { overallOutcome, strongestFinding } from '@/lib/knowledge/evidence/rules'
import type { Outcome } from '@/lib/knowledge/evidence/types'
import { findingsOf, type MeasuredFinding } from '@/lib/judgement/measurements/rules'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import {
  getMeasuringTarget,
  listIndicatorsOf,
  listInitiativeIndicators,
  listResultTypes,
} from './data'
import { getFigureRegion, listContextFigures, listFigureRegions } from './figures.data'
import { canMeasure } from './policy'
import { OVERLAP_INDICATORS, pickFigures, REGION_FIGURES, TARGET_GROUP_INDICATORS } from './rules'
import { figureScope } from './scope.rules'

const readIndicators = cached('initiative-indicators', listInitiativeIndicators)

/** Everything measured of an initiative, for the finding that weighs most. */
export const loadStrongestFinding = cache(
  async (initiativeId: string): Promise<MeasuredFinding | null> =>
    strongestFinding(findingsOf(await readIndicators(initiativeId))),
)

const readOutcomes = cached('initiative-outcomes', async (ids: readonly string[]) =>
  [...(await listIndicatorsOf(ids))].map(
    ([id, indicators]) => [id, overallOutcome(findingsOf(indicators))] as const,
  ),
)

/** What the comparisons of each initiative say together; null, or absent, when nothing was compared. */
export const loadOutcomes = async (
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outcome | null>> => new Map(await readOutcomes(ids))

/** Initiative and indicators for the page on which measurements are added; not found without the right. */
export async function loadMeasurementWork(id: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasuringTarget(id)
  if (!target || !canMeasure(actor, target)) notFound()
  const [indicators, resultTypes] = await Promise.all([
    listInitiativeIndicators(target.initiativeId),
    listResultTypes(),
  ])
  return { target, indicators, resultTypes }
}

const readRegionFigures = cached('indicators-region', async (regionSlug: string) => {
  const [region, graph] = await Promise.all([getFigureRegion(regionSlug), getRegionGraph()])
  if (!region) return null
  const scope = figureScope(graph, region.id)
  const ids = [...new Set([region.id, ...scope.registered, ...scope.survey, ...scope.health])]
  const [figures, regions, country] = await Promise.all([
    listContextFigures({ indicatorSlugs: Object.values(REGION_FIGURES).flat(), regionIds: ids }),
    listFigureRegions([...ids, ...(scope.healthThrough ? [scope.healthThrough] : [])]),
    listContextFigures({ indicatorSlugs: OVERLAP_INDICATORS }),
  ])
  return { region, scope, regions, figures: pickFigures(figures), overlap: pickFigures(country) }
})

/** The context figures that say something of a region, one reading of each. Null for an unknown region. */
export const loadRegionFigures = cache(readRegionFigures)

const readTargetGroupFigures = cached(
  'indicators-target-group',
  async (targetGroupSlug: string) => {
    const indicatorSlugs = TARGET_GROUP_INDICATORS[targetGroupSlug] ?? []
    const [figures, overlap] = await Promise.all([
      listContextFigures({ indicatorSlugs }),
      listContextFigures({ indicatorSlugs: OVERLAP_INDICATORS }),
    ])
    return { indicatorSlugs, figures: pickFigures(figures), overlap: pickFigures(overlap) }
  },
)

/** The context figures about a target group, for the country and the regions that have them. */
export const loadTargetGroupFigures = cache(readTargetGroupFigures)
