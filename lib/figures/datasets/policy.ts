import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** Figures belong to no organisation. */
export function canImport(actor: Actor | null): boolean {
  return hasRight(actor, 'figures.manage', PLATFORM)
}
