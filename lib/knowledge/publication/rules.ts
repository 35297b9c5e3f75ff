/**
 * What readers may look back at: versions that are or were public, of an initiative that is public,
 * archived or merged. What was withdrawn is gone.
 * Source: docs/adr/0046.
 */
import type { ClosingKind, RevisionStatus } from '@/generated/prisma/enums'

const PUBLIC: RevisionStatus[] = ['published', 'superseded']
const STAYS: ClosingKind[] = ['archived', 'merged']

/** For the where of a version. */
export const WAS_PUBLIC = { status: { in: PUBLIC }, publishedAt: { not: null } }

/** For the where of an initiative. */
export const IS_READABLE = {
  OR: [{ publishedRevisionId: { not: null } }, { closure: { is: { kind: { in: STAYS } } } }],
}
