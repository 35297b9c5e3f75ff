import type { Actor } from '@/lib/people/accounts/types'

/** Its owner alone, whatever their other rights. */
export function canUseSearch(actor: Actor | null, target: { userId: string }): boolean {
  return actor !== null && actor.userId === target.userId
}
