import { isAdministrator, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** May read in figures and see how that went: whoever keeps the platform. Figures belong to no organisation. */
export function canImport(actor: Actor | null): boolean {
  return isAdministrator(actor) || isModerator(actor)
}
