/**
 * Who is asked to decide on a submitted version: a moderator of another organisation and another
 * region, never whoever made the version.
 * Source: docs/model.md, "Who uses it"; the right `initiative.review`.
 */
import { regionFamily, sharesRegion, type RegionGraph } from '@/lib/base/regions/rules'

export interface Reviewer {
  id: string
  organisations: readonly { id: string; name: string; regionId: string | null }[]
}

export interface ReviewTarget {
  organisationId: string
  createdById: string | null
  regionIds: readonly string[]
}

/** Whether this moderator is asked. */
export function mayReview(
  { id, organisations }: Reviewer,
  { organisationId, createdById, regionIds }: ReviewTarget,
  graph: RegionGraph,
): boolean {
  if (id === createdById || organisations.some((one) => one.id === organisationId)) return false
  const own = organisations.flatMap((one) => one.regionId ?? [])
  return !sharesRegion(regionFamily(graph, own), regionFamily(graph, regionIds))
}

/** The organisations that look along, each once, in order of name. */
export function reviewerNames(reviewers: readonly Reviewer[]): string[] {
  const names = reviewers.flatMap(({ organisations }) => organisations.map(({ name }) => name))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'nl'))
}
