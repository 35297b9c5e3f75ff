import 'server-only'
import { unstable_cache } from 'next/cache'
import { listCriteria } from '@/lib/assessments/data'
import { listEvidenceRanks, listPanelAssessments } from './data'
import { methodFigures } from './rules'

const CACHE_SECONDS = 3_600

/** The figures of the whole base. They are worked out anew when something is published, judged or measured. */
export const loadMethodFigures = unstable_cache(
  async () => {
    const [assessments, criteria, ranks] = await Promise.all([listPanelAssessments(), listCriteria(), listEvidenceRanks()])
    return methodFigures(assessments, criteria.map(({ slug }) => slug), ranks)
  },
  ['method-figures'],
  { tags: ['initiatives', 'taxonomy'], revalidate: CACHE_SECONDS },
)
