import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** May make and change a collection of this organisation: its editors and managers. */
export function canEditCollection(
  actor: Actor | null,
  target: { organisationId: string },
): boolean {
  return hasRight(actor, 'initiative.write', target)
}
