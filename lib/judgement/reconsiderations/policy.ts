import type { Actor } from '@/lib/people/accounts/types'

/** Only who was asked, and once. */
export function canReconsider(
  actor: Actor | null,
  { assessorId, answer }: { assessorId: string; answer: string | null },
): boolean {
  return actor !== null && actor.userId === assessorId && answer === null
}
