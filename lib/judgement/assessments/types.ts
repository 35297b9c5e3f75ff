import type { PanelTarget } from '@/lib/judgement/panels/types'
import type { AssessmentKind, Constituency } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { AssessmentKind, Constituency }

export interface CriterionView {
  slug: string
  number: number
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  guidingQuestionsNl: string[]
  guidingQuestionsEn: string[]
  /** For the points 1 to 5 in that order. */
  anchorsNl: string[]
  anchorsEn: string[]
  notRatableWhenNl: string
  notRatableWhenEn: string
}

export interface Reply {
  text: string
  at: string
  version: number
}

/** The organisation is named, the person never. */
export interface ScoreReason {
  assessmentId: string
  kind: AssessmentKind
  round: number
  score: number | null
  reason: string
  organisationName: string
  regionName: string | null
  constituency: Constituency
  submittedAt: string
  revisionNumber: number
  isExample: boolean
  reply: Reply | null
  before: { score: number | null; reason: string } | null
}

export interface SubmittedAssessment {
  id: string
  initiativeId: string
  kind: AssessmentKind
  round: number
  /** Only used inside the rules. */
  assessorId: string
  secondLook: boolean
  organisationName: string
  regionId: string | null
  regionName: string | null
  constituency: Constituency
  submittedAt: string
  revisionNumber: number
  isExample: boolean
  scores: { criterion: string; score: number | null; reason: string; reply: Reply | null }[]
}

/** Panel and self-score side by side, never blended. */
export interface CriterionProfile extends Pick<
  CriterionView,
  'slug' | 'number' | 'labelNl' | 'labelEn' | 'definitionNl' | 'definitionEn'
> {
  scores: number[]
  cannotJudge: number
  median: number | null
  selfScore: number | null
  divided: boolean
  provisional: boolean
  /** Assessors who filled in this criterion. */
  n: number
  reasons: ScoreReason[]
}

export interface GroupScores {
  group: string
  scores: number[]
  median: number | null
  cannotJudge: number
}

export interface RoundProfile {
  round: number
  secondLook: boolean
  at: string
  revisionNumbers: number[]
  assessors: number
  lines: Pick<CriterionProfile, 'slug' | 'scores' | 'median' | 'provisional' | 'divided' | 'n'>[]
}

export type AssessmentTarget = Omit<PanelTarget, 'termSlugs'>

export type ScoreChoice = '' | '1' | '2' | '3' | '4' | '5' | 'cannot'

export interface TypedScore {
  criterion: string
  score: ScoreChoice
  reason: string
}

export interface OwnAssessment {
  id: string
  version: number
  submittedAt: Date | null
  constituency: Constituency
  updatedAt: Date
  scores: TypedScore[]
}

export interface AssessableInitiative {
  initiativeId: string
  slug: string
  title: string
  started: boolean
  assessors: number
  invited: boolean
  deadline: CalendarDate
}
