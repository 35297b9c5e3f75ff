import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { OfferedRole } from './types'

/** Roles in an organisation by its manager; roles on the platform by an administrator. */
export function canInvite(actor: Actor | null, offered: OfferedRole): boolean {
  return offered.organisationId === null
    ? hasRight(actor, 'account.manage', PLATFORM)
    : hasRight(actor, 'people.manage', { organisationId: offered.organisationId })
}
