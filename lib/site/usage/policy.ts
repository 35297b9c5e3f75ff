import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** The figures of all pages; owners see those of their own initiatives with the initiative. */
export function canReadUsage(actor: Actor | null): boolean {
  return hasRight(actor, 'settings.manage', PLATFORM)
}
