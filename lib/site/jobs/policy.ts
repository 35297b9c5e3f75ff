import { isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** Seeing and starting recurring work is for administrators. */
export function canManageJobs(actor: Actor | null): boolean {
  return isAdministrator(actor)
}
