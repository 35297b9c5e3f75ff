import { isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canManageJobs(actor: Actor | null): boolean {
  return isAdministrator(actor)
}
