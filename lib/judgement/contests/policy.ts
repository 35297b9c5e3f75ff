import { regionFamily, sharesRegion, type RegionGraph } from '@/lib/base/regions/rules'
import { hasRight, type RightsHolder } from '@/lib/people/accounts/policy'
import { actingRegions } from '@/lib/people/accounts/regions.rules'
import type { Actor } from '@/lib/people/accounts/types'
import type { ContestCase } from './types'

type Sides = Pick<
  ContestCase,
  | 'contesterId'
  | 'ownerOrganisationId'
  | 'ownerRegionIds'
  | 'contesterOrganisationId'
  | 'contesterRegionIds'
  | 'judgeIds'
  | 'judgeOrganisationIds'
>

/** An editor or manager of the owner speaks for it; anyone else signed in for themselves. */
export function isFromOwner(actor: Actor, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/**
 * A moderator of another organisation and region than both sides, who is not the contester and
 * whose organisation took no part in the judgement.
 */
export function canDecideContest(
  person: (RightsHolder & { userId: string }) | null,
  sides: Sides,
  graph: RegionGraph,
): boolean {
  if (!person || person.userId === sides.contesterId) return false
  if (sides.judgeIds.includes(person.userId)) return false
  if (person.memberships.some((one) => sides.judgeOrganisationIds.includes(one.organisationId)))
    return false
  const own = regionFamily(graph, person.memberships.flatMap(actingRegions))
  const isOutside = (organisationId: string, regionIds: readonly string[]) =>
    hasRight(person, 'contest.decide', {
      organisationId,
      sharesRegion: sharesRegion(own, regionFamily(graph, [...regionIds])),
    })
  const { contesterOrganisationId: contester } = sides
  return (
    isOutside(sides.ownerOrganisationId, sides.ownerRegionIds) &&
    (contester === null || isOutside(contester, sides.contesterRegionIds))
  )
}

export function canWithdraw(
  actor: Actor | null,
  { contesterId }: Pick<ContestCase, 'contesterId'>,
): boolean {
  return actor !== null && contesterId === actor.userId
}
