import { actsForOrganisation, hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { PostTarget } from './types'

export function canPost(actor: Actor | null, organisationId: string | null): boolean {
  if (!actor) return false
  return organisationId === null
    ? actor.memberships.length === 0
    : actsForOrganisation(actor, organisationId)
}

export function canAccept(
  actor: Actor | null,
  { askerId, ownerOrganisationId }: Pick<PostTarget, 'askerId' | 'ownerOrganisationId'>,
): boolean {
  return (
    actor !== null &&
    (actor.userId === askerId ||
      hasRight(actor, 'initiative.write', { organisationId: ownerOrganisationId }))
  )
}

export function canReport(
  actor: Actor | null,
  { authorId }: Pick<PostTarget, 'authorId'>,
): boolean {
  return actor !== null && actor.userId !== authorId
}

/** Moderators outside the owner, who would hide criticism of themselves. */
export function canModerate(
  actor: Actor | null,
  { ownerOrganisationId }: Pick<PostTarget, 'ownerOrganisationId'>,
): boolean {
  return hasRight(actor, 'post.moderate', { organisationId: ownerOrganisationId })
}
