import 'server-only'
import { listCriteria } from '@/lib/judgement/assessments/data'
import { cached } from '@/lib/base/cache/cached'
import { countEvidence } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import { listPanelAssessments } from './data'
import { methodFigures } from './rules'

export const loadMethodFigures = cached('method-figures', async () => {
  const [assessments, criteria, evidence] = await Promise.all([
    listPanelAssessments(),
    listCriteria(),
    countEvidence(emptySelection()),
  ])
  return methodFigures(
    assessments,
    criteria.map(({ slug }) => slug),
    evidence,
  )
})
