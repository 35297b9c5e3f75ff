import { hasRight, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { isEditable } from './rules'
import type { RevisionTarget } from './types'

export function canCreate(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canRead(actor: Actor | null, target: RevisionTarget): boolean {
  if (canCreate(actor, target.organisationId)) return true
  return isModerator(actor) && target.status !== 'draft'
}

export function canEdit(actor: Actor | null, target: RevisionTarget): boolean {
  return isEditable(target.status) && canCreate(actor, target.organisationId)
}

export function canWithdraw(actor: Actor | null, target: RevisionTarget): boolean {
  return target.status === 'submitted' && canCreate(actor, target.organisationId)
}

/** Moderators, never for their own version or organisation. */
export function canDecide(actor: Actor | null, target: RevisionTarget): boolean {
  return (
    target.status === 'submitted' &&
    actor?.userId !== target.createdById &&
    hasRight(actor, 'initiative.review', { organisationId: target.organisationId })
  )
}
