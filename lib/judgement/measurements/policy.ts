import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** Editors and managers of the owner. */
export function canMeasure(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'measurement.write', target)
}

/** Everyone once the initiative is public, before that only those who may measure. */
export function canReadSourceFile(
  actor: Actor | null,
  file: { organisationId: string; isPublished: boolean },
): boolean {
  return file.isPublished || canMeasure(actor, file)
}
