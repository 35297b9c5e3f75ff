import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { Evidence } from '@/lib/knowledge/evidence/types'
import type { DraftContent } from '@/lib/knowledge/revisions/types'

/** A published initiative with what is known of how well it works. */
export interface ExportedInitiative {
  id: string
  slug: string
  organisation: string
  isExample: boolean
  version: number
  /** ISO time. */
  publishedAt: string
  content: DraftContent
  /** The level with its direction and size. */
  evidence: Evidence | null
  /** Without the panel where this reader still has to judge. */
  profile: CriterionProfile[]
}
