import { actsForOrganisation } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/types'

/** May write to a contact person: who is signed in, save colleagues, who know where to find them. */
export function canContact(actor: Actor | null, { organisationId }: { organisationId: string }): boolean {
  return actor !== null && !actsForOrganisation(actor, organisationId)
}
