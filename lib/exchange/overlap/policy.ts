import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { canRead } from '@/lib/knowledge/revisions/policy'
import type { DraftScope } from './types'

export function draftScope(actor: Actor): DraftScope {
  const organisationIds = actor.memberships.map(({ organisationId }) => organisationId)
  return {
    organisationIds: organisationIds.filter((organisationId) =>
      canRead(actor, { organisationId, status: 'draft', createdById: null }),
    ),
    seesSubmitted: canRead(actor, { organisationId: '', status: 'submitted', createdById: null }),
  }
}

export function canReply(
  actor: Actor | null,
  { ownerOrganisationId }: { ownerOrganisationId: string },
): boolean {
  return hasRight(actor, 'initiative.write', { organisationId: ownerOrganisationId })
}

export function canReadJoining(
  actor: Actor | null,
  target: { askerOrganisationId: string; ownerOrganisationId: string },
): boolean {
  return (
    canReply(actor, target) ||
    hasRight(actor, 'initiative.write', { organisationId: target.askerOrganisationId })
  )
}
