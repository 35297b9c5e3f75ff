import type { AssessmentKind, Constituency } from '@/generated/prisma/enums'

export type { AssessmentKind, Constituency }

/** A criterion of the report with its questions and its anchored scale, in both languages. */
export interface CriterionView {
  slug: string
  number: number
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  guidingQuestionsNl: string[]
  guidingQuestionsEn: string[]
  /** Five texts, for the points 1 to 5 in that order. */
  anchorsNl: string[]
  anchorsEn: string[]
  notRatableWhenNl: string
  notRatableWhenEn: string
}

/** One score with its reason. The organisation speaks; the person behind it is never named. */
export interface ScoreReason {
  kind: AssessmentKind
  /** Null for "cannot judge". */
  score: number | null
  reason: string
  organisationName: string
  regionName: string | null
  constituency: Constituency
  /** ISO moment. */
  submittedAt: string
  revisionNumber: number
  isExample: boolean
}

/** One submitted assessment as the profile needs it. */
export interface SubmittedAssessment {
  initiativeId: string
  kind: AssessmentKind
  round: number
  organisationName: string
  regionId: string | null
  regionName: string | null
  constituency: Constituency
  submittedAt: string
  revisionNumber: number
  isExample: boolean
  scores: { criterion: string; score: number | null; reason: string }[]
}

/** What is known of one criterion: panel and self-score side by side, never blended. */
export interface CriterionProfile extends Pick<CriterionView, 'slug' | 'number' | 'labelNl' | 'labelEn' | 'definitionNl' | 'definitionEn'> {
  /** One per assessor who could judge. */
  scores: number[]
  cannotJudge: number
  /** Null while nobody could judge. */
  median: number | null
  selfScore: number | null
  divided: boolean
  /** Fewer than three assessors, or all from one region. */
  provisional: boolean
  /** Assessors who filled in this criterion. */
  n: number
  reasons: ScoreReason[]
}

/** What the policy and the form need to know of the initiative that is judged. */
export interface AssessmentTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  revisionId: string
  revisionNumber: number
  /** Regions of the initiative and of its owner. */
  regionIds: string[]
}

/** The choice on the form: a point of the scale, or not to judge. Empty while nothing is chosen. */
export type ScoreChoice = '' | '1' | '2' | '3' | '4' | '5' | 'cannot'

export interface TypedScore {
  criterion: string
  score: ScoreChoice
  reason: string
}

/** One's own assessment, draft or submitted. */
export interface OwnAssessment {
  id: string
  version: number
  submittedAt: Date | null
  constituency: Constituency
  updatedAt: Date
  scores: TypedScore[]
}

/** An initiative that waits for this assessor. */
export interface AssessableInitiative {
  initiativeId: string
  slug: string
  title: string
  /** True when this assessor already began. */
  started: boolean
  /** Assessors who went before. */
  assessors: number
}
