import { hasRight } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/types'

/** May add indicators and measurements: editors and managers of the organisation that owns the initiative. */
export function canMeasure(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'measurement.write', target)
}
