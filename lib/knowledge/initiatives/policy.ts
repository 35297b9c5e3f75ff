import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ConfirmTarget } from './types'

/** May say that the entry is still right: editors and managers of the organisation that owns it, once it is public. */
export function canConfirm(actor: Actor | null, target: ConfirmTarget): boolean {
  return target.isPublished && hasRight(actor, 'initiative.write', target)
}
