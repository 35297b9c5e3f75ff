import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** The vocabularies belong to everyone, so only administrators change them. */
export function canManageVocabularies(actor: Actor | null): boolean {
  return hasRight(actor, 'vocabulary.manage', { organisationId: '' })
}
