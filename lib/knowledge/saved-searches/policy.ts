import type { Actor } from '@/lib/people/accounts/types'

/** May see, open, rename and delete a saved search: its owner alone, whatever else anyone may do. */
export function canUseSearch(actor: Actor | null, target: { userId: string }): boolean {
  return actor !== null && actor.userId === target.userId
}
