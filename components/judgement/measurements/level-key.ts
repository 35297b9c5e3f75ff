import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'

/** Names a level with its direction, so that the server can make the words for both. */
export const levelKey = ({ rank, direction }: Pick<EvidenceSummary, 'rank' | 'direction'>) =>
  `${String(rank)} ${direction}`
