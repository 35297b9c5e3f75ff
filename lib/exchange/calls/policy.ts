import { actsForOrganisation, hasRight, isModerator, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { CallTarget } from './types'

export function canPost(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canRead(actor: Actor | null, call: CallTarget): boolean {
  return (
    call.hiddenReason === null ||
    isModerator(actor) ||
    actsForOrganisation(actor, call.organisationId)
  )
}

export function canEdit(actor: Actor | null, call: CallTarget): boolean {
  return call.status === 'open' && canPost(actor, call.organisationId)
}

export function canEnd(actor: Actor | null, call: CallTarget): boolean {
  return (
    (call.status === 'open' || call.status === 'expired') && canPost(actor, call.organisationId)
  )
}

export function canReply(actor: Actor | null, call: CallTarget, organisationId: string): boolean {
  return (
    call.status === 'open' &&
    call.hiddenReason === null &&
    actsForOrganisation(actor, organisationId)
  )
}

export function canReplyForAny(actor: Actor | null, call: CallTarget): boolean {
  return (
    actor?.memberships.some(({ organisationId }) => canReply(actor, call, organisationId)) ?? false
  )
}

export function canReport(actor: Actor | null, call: CallTarget): boolean {
  return actor !== null && canRead(actor, call)
}

/** May moderate in general; canModerate decides about the text of one organisation. */
export function canModerateAnywhere(actor: Actor | null): boolean {
  return hasRight(actor, 'post.moderate', PLATFORM)
}

/** May hide and restore: moderators, except what their own organisation wrote. */
export function canModerate(actor: Actor | null, writtenBy: string): boolean {
  return hasRight(actor, 'post.moderate', { organisationId: writtenBy })
}
