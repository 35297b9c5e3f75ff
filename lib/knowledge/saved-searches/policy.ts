import type { Actor } from '@/lib/people/accounts/types'

export function canUseSearch(actor: Actor | null, target: { userId: string }): boolean {
  return actor !== null && actor.userId === target.userId
}
