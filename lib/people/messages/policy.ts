import { isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** The outbox holds addresses of people and what they are told: for administrators alone. */
export function canReadOutbox(actor: Actor | null): boolean {
  return isAdministrator(actor)
}
