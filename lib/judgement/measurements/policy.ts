import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** May add indicators and measurements: editors and managers of the organisation that owns the initiative. */
export function canMeasure(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'measurement.write', target)
}

/** May open a source file: everyone once the initiative is public, until then only who may measure. */
export function canReadSourceFile(
  actor: Actor | null,
  file: { organisationId: string; isPublished: boolean },
): boolean {
  return file.isPublished || canMeasure(actor, file)
}
