import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** For one organisation; null stands for a file that names the organisation of each row. */
export function canImport(actor: Actor | null, organisationId: string | null): boolean {
  return hasRight(
    actor,
    'initiative.import',
    organisationId === null ? PLATFORM : { organisationId },
  )
}

/** Whether there is an organisation that someone may import for. */
export function canImportSomewhere(actor: Actor | null): boolean {
  if (!actor) return false
  return (
    canImport(actor, null) ||
    actor.memberships.some(({ organisationId }) => canImport(actor, organisationId))
  )
}
