import type { Actor } from '@/lib/people/accounts/types'

/** Whoever writes for an organisation may say which term is missing. */
export function canSuggest(actor: Actor | null): boolean {
  return actor?.memberships.some(({ role }) => role === 'editor' || role === 'manager') ?? false
}
