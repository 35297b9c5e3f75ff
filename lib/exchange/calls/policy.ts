import { actsForOrganisation, hasRight, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { CallTarget } from './types'

/** May post for this organisation: its editors and managers. */
export function canPost(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May read it: everyone, until it is hidden; then its own organisation and moderators. */
export function canRead(actor: Actor | null, call: CallTarget): boolean {
  return (
    call.hiddenReason === null ||
    isModerator(actor) ||
    actsForOrganisation(actor, call.organisationId)
  )
}

/** May change the text: who posts for its organisation, while it is open. */
export function canEdit(actor: Actor | null, call: CallTarget): boolean {
  return call.status === 'open' && canPost(actor, call.organisationId)
}

/** May tell what came of it: who posts for its organisation, until it was told. */
export function canEnd(actor: Actor | null, call: CallTarget): boolean {
  return (
    (call.status === 'open' || call.status === 'expired') && canPost(actor, call.organisationId)
  )
}

/** May answer in the name of this organisation: who acts for it, while the call is open and not hidden. */
export function canReply(actor: Actor | null, call: CallTarget, organisationId: string): boolean {
  return (
    call.status === 'open' &&
    call.hiddenReason === null &&
    actsForOrganisation(actor, organisationId)
  )
}

/** May answer in the name of one of their organisations at least. */
export function canReplyForAny(actor: Actor | null, call: CallTarget): boolean {
  return (
    actor?.memberships.some(({ organisationId }) => canReply(actor, call, organisationId)) ?? false
  )
}

/** May report: everyone who is signed in and may read it. */
export function canReport(actor: Actor | null, call: CallTarget): boolean {
  return actor !== null && canRead(actor, call)
}

/** May hide and restore what some organisation wrote; whose it is, canModerate decides. */
export function canModerateAnywhere(actor: Actor | null): boolean {
  return isModerator(actor)
}

/** May hide and restore: moderators, never what their own organisation wrote. */
export function canModerate(actor: Actor | null, writtenBy: string): boolean {
  return isModerator(actor) && !actsForOrganisation(actor, writtenBy)
}
