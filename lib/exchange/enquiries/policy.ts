import { actsForOrganisation, hasRight, isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { EnquiryTarget } from './types'

/**
 * Whoever it was sent to while they are still there, and the editors and managers of the
 * organisation that answers. The administrators only where no editor or manager is left. Nobody
 * before the writer confirmed it.
 */
export function canAnswer(actor: Actor | null, target: EnquiryTarget): boolean {
  const { state, receiverId, organisationId, hasWriters } = target
  if (!actor || state === 'pending') return false
  if (organisationId === null) return receiverId === actor.userId || isAdministrator(actor)
  const isReceiver = receiverId === actor.userId && actsForOrganisation(actor, organisationId)
  return (
    isReceiver ||
    (hasWriters ? hasRight(actor, 'initiative.write', { organisationId }) : isAdministrator(actor))
  )
}
