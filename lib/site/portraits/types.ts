import type { Citation } from '@/lib/knowledge/citations/types'
import type { Compared } from '@/lib/exchange/comparison/types'

/** What a portrait of a published initiative is made of. */
export interface Portrait {
  compared: Compared
  citation: Citation
}
