import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** Settings hold for the whole installation, so for no organisation. */
export function canChangeSettings(actor: Actor | null): boolean {
  return hasRight(actor, 'settings.manage', PLATFORM)
}
