import type { ActorMembership } from '@/lib/people/accounts/types'

/** The organisations that look along, each once, in order of name. */
export function reviewerNames(
  reviewers: readonly { memberships: readonly Pick<ActorMembership, 'organisationName'>[] }[],
): string[] {
  const names = reviewers.flatMap(({ memberships }) =>
    memberships.map(({ organisationName }) => organisationName),
  )
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'nl'))
}
