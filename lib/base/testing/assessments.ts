import type { CriterionView, SubmittedAssessment } from '@/lib/judgement/assessments/types'

export const criterion = (slug: string, number: number): CriterionView => ({
  slug,
  number,
  labelNl: slug,
  labelEn: slug,
  definitionNl: '',
  definitionEn: '',
  guidingQuestionsNl: [],
  guidingQuestionsEn: [],
  anchorsNl: [],
  anchorsEn: [],
  notRatableWhenNl: '',
  notRatableWhenEn: '',
})

let count = 0
export const assessment = (
  over: Partial<SubmittedAssessment> & { score?: number | null },
): SubmittedAssessment => {
  const { score = 3, ...rest } = over
  return {
    id: `a${(count += 1)}`,
    assessorId: `p${count}`,
    secondLook: false,
    initiativeId: 'i',
    kind: 'panel',
    round: 1,
    organisationName: 'Beraad',
    regionId: 'r1',
    regionName: 'Twente',
    constituency: 'employers',
    submittedAt: '2026-05-01T10:00:00.000Z',
    revisionNumber: 1,
    isExample: false,
    scores: [{ criterion: 'vernieuwend', score, reason: 'Omdat het zo is.', reply: null }],
    ...rest,
  }
}
