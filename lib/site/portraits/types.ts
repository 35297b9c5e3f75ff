import type { Outcome } from '@/lib/knowledge/evidence/types'
import type { Citation } from '@/lib/knowledge/citations/types'
import type { Compared } from '@/lib/exchange/comparison/types'

/** What a portrait of a published initiative is made of. */
export interface Portrait {
  compared: Compared
  /** The direction of all comparisons together; null when nothing was compared. */
  outcome: Outcome | null
  citation: Citation
}
