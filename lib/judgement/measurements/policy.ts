import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canMeasure(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'measurement.write', target)
}

export function canReadSourceFile(
  actor: Actor | null,
  file: { organisationId: string; isPublished: boolean },
): boolean {
  return file.isPublished || canMeasure(actor, file)
}
