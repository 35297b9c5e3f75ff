import { actsForOrganisation, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { isEditable } from './rules'
import type { RevisionTarget } from './types'

const EDITING_ROLES = ['editor', 'manager'] as const

export function canCreate(actor: Actor | null, organisationId: string): boolean {
  return actsForOrganisation(actor, organisationId, EDITING_ROLES)
}

export function canRead(actor: Actor | null, target: RevisionTarget): boolean {
  if (actsForOrganisation(actor, target.organisationId, EDITING_ROLES)) return true
  return isModerator(actor) && target.status !== 'draft'
}

export function canEdit(actor: Actor | null, target: RevisionTarget): boolean {
  return (
    isEditable(target.status) && actsForOrganisation(actor, target.organisationId, EDITING_ROLES)
  )
}

export function canWithdraw(actor: Actor | null, target: RevisionTarget): boolean {
  return (
    target.status === 'submitted' &&
    actsForOrganisation(actor, target.organisationId, EDITING_ROLES)
  )
}

/** Moderators, never for their own version or organisation. */
export function canDecide(actor: Actor | null, target: RevisionTarget): boolean {
  if (!actor || !isModerator(actor) || target.status !== 'submitted') return false
  return (
    actor.userId !== target.createdById &&
    !actor.memberships.some((m) => m.organisationId === target.organisationId)
  )
}
