import 'server-only'
import { cache } from 'react'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { listMergedTerms } from '@/lib/base/taxonomy/data'
import { getFigureRegion, listContextFigures, listFigureRegions } from './data'
import { groupIndicators, OVERLAP_INDICATORS, pickFigures, REGION_FIGURES } from './rules'
import { figureScope } from './scope.rules'

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

export const loadRegionFigures = cache(readRegionFigures)

const readTargetGroupFigures = cached(
  'indicators-target-group',
  async (targetGroupSlug: string) => {
    const merged = await listMergedTerms()
    const indicatorSlugs = groupIndicators(targetGroupSlug, merged)
    const [figures, overlap] = await Promise.all([
      listContextFigures({ indicatorSlugs }),
      listContextFigures({ indicatorSlugs: OVERLAP_INDICATORS }),
    ])
    return { indicatorSlugs, figures: pickFigures(figures), overlap: pickFigures(overlap) }
  },
)

export const loadTargetGroupFigures = cache(readTargetGroupFigures)
