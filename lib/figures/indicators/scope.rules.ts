/**
 * Each source has its own division of the country; the nearest region around stands in.
 * Source: docs/domain.md, 2.1.
 */
import type { RegionType } from '@/generated/prisma/enums'
import { regionFamily, type RegionGraph, regionLineage } from '@/lib/base/regions/rules'

export interface FigureScope {
  /** Labour-market regions, for the register of UWV. */
  registered: string[]
  /** Provinces, parts of the country and the country, nearest first, for the survey of CBS. */
  survey: string[]
  /** GGD regions, for the health monitor. */
  health: string[]
  healthThrough: string | null
}

const SURVEY_TYPES: readonly RegionType[] = ['province', 'landsdeel', 'country']

/** The regions whose figures say something about this one: its own type, else the area around. */
export function figureScope(graph: RegionGraph, id: string): FigureScope {
  const family = regionFamily(graph, [id])
  const lineage = regionLineage(graph, [id])
  const ofType = (ids: Iterable<string>, type: RegionType) =>
    [...ids].filter((member) => graph.nodes.get(member)?.type === type)

  const surveyed = surveyStart(graph, id)
  const survey = SURVEY_TYPES.flatMap((type) => ofType(regionLineage(graph, surveyed), type))
  const registered = ofType(
    graph.nodes.get(id)?.type === 'municipality' ? lineage : family,
    'labour_market',
  )
  const ownHealth = ofType(family, 'ggd')
  // Through its own province: a municipality in Drenthe may belong to a region under Groningen.
  const province = graph.nodes
    .get(id)
    ?.parentIds.find((parent) => graph.nodes.get(parent)?.type === 'province')
  if (ownHealth.length > 0 || province === undefined)
    return { registered, survey, health: ownHealth, healthThrough: null }
  return {
    registered,
    survey,
    health: ofType(regionFamily(graph, [province]), 'ggd'),
    healthThrough: province,
  }
}

/** CBS does not count by council region: its part of the country or its provinces stand in. */
function surveyStart(graph: RegionGraph, id: string): string[] {
  const node = graph.nodes.get(id)
  if (node?.type !== 'ser') return [id]
  const landsdelen = node.parentIds.filter(
    (parent) => graph.nodes.get(parent)?.type === 'landsdeel',
  )
  if (landsdelen.length > 0) return landsdelen
  return (graph.children.get(id) ?? []).filter(
    (child) => graph.nodes.get(child)?.type === 'province',
  )
}
