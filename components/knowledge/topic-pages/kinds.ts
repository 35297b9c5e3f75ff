import type { TopicFacet } from '@/lib/knowledge/topic-pages/types'
import type { Vocabulary } from '@/lib/base/taxonomy/types'

export const KINDS = {
  targetGroup: {
    vocabulary: 'target_group',
    index: '/target-groups',
    page: '/target-groups/[slug]',
  },
  sector: { vocabulary: 'sector', index: '/sectors', page: '/sectors/[slug]' },
  challenge: { vocabulary: 'societal_challenge', index: '/challenges', page: '/challenges/[slug]' },
  instrument: { vocabulary: 'instrument', index: '/instruments', page: '/instruments/[slug]' },
} as const satisfies Record<TopicFacet, { vocabulary: Vocabulary; index: string; page: string }>
