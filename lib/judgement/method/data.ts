import 'server-only'
import { db } from '@/lib/base/db/db'
import type { PanelAssessment } from './types'

const MAX_ASSESSMENTS = 20_000

/** Every submitted panel assessment of a public initiative. */
export async function listPanelAssessments(): Promise<PanelAssessment[]> {
  const rows = await db.assessment.findMany({
    where: {
      kind: 'panel',
      status: 'submitted',
      initiative: { publishedRevisionId: { not: null } },
    },
    select: {
      initiativeId: true,
      round: true,
      assessorId: true,
      regionId: true,
      isExample: true,
      scores: { select: { score: true, criterion: { select: { slug: true } } } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: MAX_ASSESSMENTS,
  })
  return rows.map(({ scores, ...row }) => ({
    ...row,
    scores: scores.map(({ score, criterion }) => ({ score, criterion: criterion.slug })),
  }))
}
