import type { Actor } from '@/lib/accounts/types'

/** May see, open, rename and delete a saved search: its owner alone, whatever else anyone may do. */
export function canUseSearch(actor: Actor | null, target: { userId: string }): boolean {
  return actor !== null && actor.userId === target.userId
}
