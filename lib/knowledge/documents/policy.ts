import type { Actor } from '@/lib/people/accounts/types'
import { canCreate } from '@/lib/knowledge/revisions/policy'

/** Whoever may add an initiative for some organisation may let a document be read for it. */
export function canReadDocuments(actor: Actor | null): boolean {
  return actor?.memberships.some(({ organisationId }) => canCreate(actor, organisationId)) ?? false
}
