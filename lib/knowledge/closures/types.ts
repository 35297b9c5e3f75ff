import type { ClosingKind } from '@/generated/prisma/enums'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

export type { ClosingKind }

/** Why an initiative is no current supply any more. Times are ISO texts, so that it can be cached. */
export interface Closure {
  kind: ClosingKind
  reason: string
  /** In whose name; null for the editors of the platform. */
  organisationName: string | null
  closedAt: string
  /** The version that was public last. */
  revisionId: string
}

interface Readable {
  initiative: InitiativeView
  /** What went into it. */
  merged: MergedIn[]
  /** Of which it was a part, when that is or was public. */
  splitFrom: { slug: string; title: string } | null
}

/** What stands at an address. */
export type Place =
  | (Readable & { kind: 'open' })
  | (Readable & { kind: 'archived'; closure: Closure })
  | { kind: 'withdrawn'; slug: string; title: string; closure: Closure }
  | { kind: 'moved'; slug: string }

/** An initiative that went into this one. */
export interface MergedIn {
  slug: string
  title: string
  /** Its last version, which stays readable. */
  number: number
  closedAt: string
  /** Whether there are judgements of it, which stay with it. */
  isJudged: boolean
}

/** An initiative, for who may close or reopen it. */
export interface ClosingTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  organisationName: string
  isPublished: boolean
  /** Who wrote the public version. */
  createdById: string | null
  /** Where it runs and where its owner works. */
  regionIds: string[]
  closure: (Closure & { organisationId: string | null }) | null
}

/** Why it cannot be closed now. */
export type Hindrance = 'submitted' | 'round'
