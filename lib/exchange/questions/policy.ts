import { actsForOrganisation, hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { PostTarget } from './types'

/** May ask and answer in this name: one's own organisation, or none for someone who has none. */
export function canPost(actor: Actor | null, organisationId: string | null): boolean {
  if (!actor) return false
  return organisationId === null
    ? actor.memberships.length === 0
    : actsForOrganisation(actor, organisationId)
}

/** May mark the answer that helped: who asked, and who writes for the owner. */
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

/** May report: everyone signed in, not one's own. */
export function canReport(
  actor: Actor | null,
  { authorId }: Pick<PostTarget, 'authorId'>,
): boolean {
  return actor !== null && actor.userId !== authorId
}

/** May hide and show again: moderators who do not act for the owner, so that nobody removes criticism of their own work. */
export function canModerate(
  actor: Actor | null,
  { ownerOrganisationId }: Pick<PostTarget, 'ownerOrganisationId'>,
): boolean {
  return hasRight(actor, 'initiative.review', { organisationId: ownerOrganisationId })
}
