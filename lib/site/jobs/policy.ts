import { isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** May see and start jobs: administrators. */
export function canManageJobs(actor: Actor | null): boolean {
  return isAdministrator(actor)
}
