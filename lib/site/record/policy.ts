import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/**
 * Administrators only. The record does not keep on behalf of which organisation someone acted, so
 * the rows of one organisation cannot be told from the others.
 */
export function canReadRecord(actor: Actor | null): boolean {
  return hasRight(actor, 'audit.read', PLATFORM)
}
