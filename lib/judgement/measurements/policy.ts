import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canMeasure(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'measurement.write', target)
}

/** The owner alone answers, whoever measured. */
export function canReplyToMeasurement(
  actor: Actor | null,
  target: { organisationId: string },
): boolean {
  return hasRight(actor, 'selfScore.write', { organisationId: target.organisationId })
}

export function canReadSourceFile(
  actor: Actor | null,
  file: { organisationId: string; isPublished: boolean },
): boolean {
  return file.isPublished || canMeasure(actor, file)
}
