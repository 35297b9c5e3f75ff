import 'server-only'
import { listCriteria } from '@/lib/judgement/assessments/data'
import { cached } from '@/lib/base/cache/cached'
import { listEvidenceRanks, listPanelAssessments } from './data'
import { methodFigures } from './rules'

/** The figures of the whole base. They are worked out anew when something is published, judged or measured. */
export const loadMethodFigures = cached('method-figures', async () => {
  const [assessments, criteria, ranks] = await Promise.all([
    listPanelAssessments(),
    listCriteria(),
    listEvidenceRanks(),
  ])
  return methodFigures(
    assessments,
    criteria.map(({ slug }) => slug),
    ranks,
  )
})
