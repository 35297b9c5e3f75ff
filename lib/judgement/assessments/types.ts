import type { AssessmentKind, Constituency } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

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

/** The owner's public answer to one score, as it stands now. */
export interface Reply {
  text: string
  /** ISO moment of this version. */
  at: string
  /** 1 for the first; higher when the owner changed it. */
  version: number
}

/** One score with its reason. The organisation speaks; the person behind it is never named. */
export interface ScoreReason {
  assessmentId: string
  kind: AssessmentKind
  round: number
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
  reply: Reply | null
  /** The same assessor in the round before, when this is a second look. */
  before: { score: number | null; reason: string } | null
}

/** One submitted assessment as the profile needs it. */
export interface SubmittedAssessment {
  id: string
  initiativeId: string
  kind: AssessmentKind
  round: number
  /** Tells assessors apart inside the rules; never leaves them. */
  assessorId: string
  /** A second look at the round before: who gave none keeps the first. */
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

/** What is known of one criterion: panel and self-score side by side, never blended. */
export interface CriterionProfile extends Pick<
  CriterionView,
  'slug' | 'number' | 'labelNl' | 'labelEn' | 'definitionNl' | 'definitionEn'
> {
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

/** What one group of the panel gave on one criterion. */
export interface GroupScores {
  /** Name of the region or key of the constituency. */
  group: string
  scores: number[]
  median: number | null
  cannotJudge: number
}

/** One round of the panel as it stood when it was given. */
export interface RoundProfile {
  round: number
  secondLook: boolean
  /** ISO moment of the last judgement in it. */
  at: string
  revisionNumbers: number[]
  assessors: number
  lines: Pick<CriterionProfile, 'slug' | 'scores' | 'median' | 'provisional' | 'divided' | 'n'>[]
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
  /** True when this assessor was asked. */
  invited: boolean
  deadline: CalendarDate
}
