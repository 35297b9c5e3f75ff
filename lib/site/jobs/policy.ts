import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canManageJobs(actor: Actor | null): boolean {
  return hasRight(actor, 'settings.manage', PLATFORM)
}
