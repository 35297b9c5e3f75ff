import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canEditCollection(
  actor: Actor | null,
  target: { organisationId: string },
): boolean {
  return hasRight(actor, 'initiative.write', target)
}
