import 'server-only'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { getFigureRegion, listContextFigures } from '@/lib/figures/indicators/data'
import { GROUP_SIZE_INDICATORS, pickFigures } from '@/lib/figures/indicators/rules'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { countFacets } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import type { RegionType } from '@/lib/base/regions/types'
import { NO_WORDS } from '@/lib/base/words/rules'
import { fitWeights, nearestCounts, similarInSize } from './rules'
import type { RegionFit } from './types'

const REGISTERED = 'gwu-personen'
/** A national count says nothing about one region. */
const NEARNESS: Partial<Record<RegionType, number>> = {
  labour_market: 0,
  ggd: 1,
  province: 2,
  ser: 3,
  landsdeel: 4,
}

/** The traits of a labour-market region and the weights they give; null for an unknown region. */
export async function getRegionFit(slug: string): Promise<RegionFit | null> {
  const region = await getFigureRegion(slug)
  if (!region) return null
  const [graph, values, counts, sizes] = await Promise.all([
    getRegionGraph(),
    listFacetValues(),
    countFacets(NO_WORDS, { ...emptySelection(), region: [slug] }),
    listContextFigures({ indicatorSlugs: [REGISTERED] }),
  ])
  const figures = pickFigures(
    await listContextFigures({
      indicatorSlugs: [...new Set(GROUP_SIZE_INDICATORS.map(([, indicator]) => indicator))],
      regionIds: [...regionLineage(graph, [region.id])],
    }),
  )
  const groups = nearestCounts(
    GROUP_SIZE_INDICATORS.flatMap(([group, indicator]) =>
      figures
        .filter(
          (figure) =>
            figure.indicator.slug === indicator &&
            figure.unit === 'personen' &&
            figure.breakdown === null,
        )
        .flatMap((figure) => {
          const nearness = NEARNESS[figure.region.type]
          return nearness === undefined
            ? []
            : [
                {
                  slug: group,
                  people: figure.value,
                  regionName: figure.region.name,
                  sourceName: figure.source.name,
                  periodLabel: figure.periodLabel,
                  nearness,
                },
              ]
        }),
    ),
  )
  const registered = new Map(
    pickFigures(sizes)
      .filter((figure) => figure.region.type === 'labour_market')
      .map((figure) => [figure.region.slug, figure.value]),
  )
  const own = (facet: 'sector' | 'challenge') =>
    narrowest(values[facet], Object.keys(counts.values[facet] ?? {})).map((value) => value.slug)
  const traits = {
    slug,
    name: region.name,
    province: values.region.find((value) => value.slug === slug)?.parent ?? null,
    groups,
    sectors: own('sector'),
    challenges: own('challenge'),
    peers: similarInSize(slug, registered),
  }
  return { region: traits, weights: fitWeights(traits) }
}
