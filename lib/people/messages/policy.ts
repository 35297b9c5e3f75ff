import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** The outbox holds addresses and private messages: administrators only. */
export function canReadOutbox(actor: Actor | null): boolean {
  return hasRight(actor, 'settings.manage', PLATFORM)
}
