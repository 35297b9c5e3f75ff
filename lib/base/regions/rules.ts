/**
 * The family of a region is the region and all below it by primary links; a municipality adds the
 * regions directly above it. Municipalities never join a larger region's family: two lie in another
 * province than their labour-market region.
 * Source: docs/model.md, "Rating model", rule 3; docs/domain.md, section 6.
 */
import type { RegionType } from './types'

/** The kinds of region that people choose from when they say where something happens. */
export const CHOSEN_REGIONS = ['province', 'labour_market', 'ser'] as const

export interface RegionNode {
  id: string
  type: RegionType
  parentIds: readonly string[]
}

export interface RegionGraph {
  nodes: ReadonlyMap<string, RegionNode>
  children: ReadonlyMap<string, readonly string[]>
}

export function buildRegionGraph(list: readonly RegionNode[]): RegionGraph {
  const children = new Map<string, string[]>()
  for (const node of list) {
    for (const parent of node.parentIds)
      children.set(parent, [...(children.get(parent) ?? []), node.id])
  }
  return { nodes: new Map(list.map((node) => [node.id, node])), children }
}

/** Ids of the family of these regions; unknown ids are left out. */
export function regionFamily(graph: RegionGraph, ids: readonly string[]): Set<string> {
  const family = new Set<string>()
  const visit = (id: string) => {
    const node = graph.nodes.get(id)
    if (!node || family.has(id)) return
    family.add(id)
    for (const child of graph.children.get(id) ?? []) {
      if (graph.nodes.get(child)?.type !== 'municipality') visit(child)
    }
  }
  for (const id of ids) {
    visit(id)
    const node = graph.nodes.get(id)
    if (node?.type === 'municipality')
      for (const parent of node.parentIds) if (graph.nodes.has(parent)) family.add(parent)
  }
  return family
}

export function sharesRegion(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  return [...small].some((id) => large.has(id))
}

/** These regions and all above them by primary links. */
export function regionLineage(graph: RegionGraph, ids: readonly string[]): Set<string> {
  const lineage = new Set<string>()
  const climb = (id: string) => {
    const node = graph.nodes.get(id)
    if (!node || lineage.has(id)) return
    lineage.add(id)
    node.parentIds.forEach(climb)
  }
  ids.forEach(climb)
  return lineage
}
