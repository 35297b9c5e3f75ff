/**
 * "own" is the organisation someone acts for and every region in its family. What is not in the
 * table is refused.
 * Source: docs/model.md, "Who uses it" and "Rating model", rule 3; docs/quality.md, "Rights".
 */
import type { Actor, MembershipRole, PlatformRoleName } from './types'

export type Role = MembershipRole | PlatformRoleName
export type Side = 'own' | 'other'
export type Action =
  | 'initiative.write'
  | 'initiative.import'
  | 'initiative.review'
  | 'selfScore.write'
  | 'assessment.write'
  | 'round.request'
  | 'round.manage'
  | 'contest.decide'
  | 'post.moderate'
  | 'obstacle.curate'
  | 'figures.manage'
  | 'policy.write'
  | 'reaction.write'
  | 'measurement.write'
  | 'account.manage'
  | 'people.manage'
  | 'organisation.manage'
  | 'organisation.register'
  | 'settings.manage'
  | 'audit.read'
  | 'vocabulary.manage'

export const RIGHTS: Readonly<Record<Action, Partial<Record<Role, readonly Side[]>>>> = {
  'initiative.write': { editor: ['own'], manager: ['own'] },
  'initiative.import': { editor: ['own'], manager: ['own'], administrator: ['own', 'other'] },
  'initiative.review': { moderator: ['other'] },
  'selfScore.write': { editor: ['own'], manager: ['own'] },
  'assessment.write': { assessor: ['other'] },
  'round.request': { editor: ['own'], manager: ['own'] },
  'round.manage': { moderator: ['other'] },
  'contest.decide': { moderator: ['other'] },
  'post.moderate': { moderator: ['other'] },
  'obstacle.curate': { editor: ['own'], manager: ['own'], moderator: ['own', 'other'] },
  'figures.manage': { moderator: ['own', 'other'], administrator: ['own', 'other'] },
  'policy.write': { editor: ['own'], manager: ['own'] },
  'reaction.write': { member: ['own'], assessor: ['own'], editor: ['own'], manager: ['own'] },
  'measurement.write': { editor: ['own'], manager: ['own'] },
  'account.manage': { administrator: ['own', 'other'] },
  'people.manage': { manager: ['own'], administrator: ['own', 'other'] },
  'organisation.manage': { manager: ['own'], administrator: ['own', 'other'] },
  'organisation.register': { administrator: ['own', 'other'] },
  'settings.manage': { administrator: ['own', 'other'] },
  'audit.read': { administrator: ['own', 'other'] },
  'vocabulary.manage': { administrator: ['own', 'other'] },
}

/** For what belongs to no organisation, such as the settings. */
export const PLATFORM: RightsTarget = { organisationId: '' }

export interface RightsTarget {
  organisationId: string
  sharesRegion?: boolean
}

/** Of whom the table says something; a visitor is null. */
export type RightsHolder = Pick<Actor, 'memberships' | 'platformRoles'>

/**
 * On the own side only memberships in the target's organisation count, on the other side all:
 * someone from another organisation in the region neither edits nor judges the initiative.
 */
export function hasRight(
  actor: RightsHolder | null,
  action: Action,
  target: RightsTarget,
): boolean {
  if (!actor) return false
  const side: Side =
    target.sharesRegion || actsForOrganisation(actor, target.organisationId) ? 'own' : 'other'
  const memberships =
    side === 'own'
      ? actor.memberships.filter((one) => one.organisationId === target.organisationId)
      : actor.memberships
  const roles: Role[] = [...memberships.map((one) => one.role), ...actor.platformRoles]
  return roles.some((role) => RIGHTS[action][role]?.includes(side) ?? false)
}

export function actsForOrganisation(
  actor: Pick<Actor, 'memberships'> | null,
  organisationId: string,
  roles?: readonly MembershipRole[],
): boolean {
  return (
    actor?.memberships.some(
      (one) => one.organisationId === organisationId && (!roles || roles.includes(one.role)),
    ) ?? false
  )
}

export function isModerator(actor: Actor | null): boolean {
  return actor?.platformRoles.includes('moderator') ?? false
}

export function isAdministrator(actor: Actor | null): boolean {
  return actor?.platformRoles.includes('administrator') ?? false
}

/** The organisations whose people someone manages; null for all of them. */
export function managedOrganisations(actor: Actor): string[] | null {
  if (isAdministrator(actor)) return null
  const ids = actor.memberships
    .map(({ organisationId }) => organisationId)
    .filter((id) => actsForOrganisation(actor, id, ['manager']))
  return [...new Set(ids)]
}

/** Whether someone sees the administration at all. */
export function canAdminister(actor: Actor | null): boolean {
  if (!actor) return false
  const managed = managedOrganisations(actor)
  return managed === null || managed.length > 0
}
