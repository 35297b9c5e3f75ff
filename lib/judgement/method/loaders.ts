import 'server-only'
import { listCriteria } from '@/lib/judgement/assessments/data'
import { cached } from '@/lib/base/cache/cached'
import { listEvidenceRanks, listPanelAssessments } from './data'
import { methodFigures } from './rules'

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
