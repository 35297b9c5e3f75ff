import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** Whoever writes for an organisation may say which term is missing. */
export function canSuggest(actor: Actor | null): boolean {
  return (
    actor?.memberships.some(({ organisationId }) =>
      hasRight(actor, 'initiative.write', { organisationId }),
    ) ?? false
  )
}
