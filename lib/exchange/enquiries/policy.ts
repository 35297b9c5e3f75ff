import { actsForOrganisation, hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { EnquiryTarget } from './types'

/** What was sent to the site itself, or to an organisation that nobody answers for any more. */
export const canAnswerForSite = (actor: Actor): boolean =>
  hasRight(actor, 'settings.manage', PLATFORM)

/**
 * Whoever it was sent to while they are still there, and the editors and managers of the
 * organisation that answers. The administrators only where no editor or manager is left. Nobody
 * before the writer confirmed it.
 */
export function canAnswer(actor: Actor | null, target: EnquiryTarget): boolean {
  const { state, receiverId, organisationId, hasWriters } = target
  if (!actor || state === 'pending') return false
  if (organisationId === null) return receiverId === actor.userId || canAnswerForSite(actor)
  const isReceiver = receiverId === actor.userId && actsForOrganisation(actor, organisationId)
  return (
    isReceiver ||
    (hasWriters ? hasRight(actor, 'initiative.write', { organisationId }) : canAnswerForSite(actor))
  )
}
