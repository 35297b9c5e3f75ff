import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ConfirmTarget } from './types'

/** Editors and managers of the owning organisation, once it is public. */
export function canConfirm(actor: Actor | null, target: ConfirmTarget): boolean {
  return target.isPublished && hasRight(actor, 'initiative.write', target)
}
