import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ConfirmTarget } from './types'

export function canConfirm(actor: Actor | null, target: ConfirmTarget): boolean {
  return target.isPublished && hasRight(actor, 'initiative.write', target)
}
