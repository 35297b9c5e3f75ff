import type { VersionContent, ReviewTarget } from '@/lib/knowledge/revisions/types'

/** A version that its editor published at once, for whoever looks at it afterwards. */
export interface Correction extends ReviewTarget {
  revisionId: string
  initiativeId: string
  slug: string
  title: string
  number: number
  organisationName: string
  publishedAt: Date
  reason: string
  /** The last version that a moderator saw. */
  beforeNumber: number
}

export interface CorrectionDetail extends Correction {
  before: VersionContent
  after: VersionContent
}
