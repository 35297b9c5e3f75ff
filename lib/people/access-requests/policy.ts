import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** A request for an organisation that is not in the list waits for an administrator. */
export function canDecide(actor: Actor | null, organisationId: string | null): boolean {
  return organisationId === null
    ? hasRight(actor, 'account.manage', PLATFORM)
    : hasRight(actor, 'people.manage', { organisationId })
}
