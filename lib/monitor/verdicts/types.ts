import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type { Constituency, VerdictConfidence, VerdictDecision } from '@/generated/prisma/enums'

export type { Constituency, VerdictConfidence, VerdictDecision }

/** What a region expects of a measure in one year. Signed, it is frozen. */
export interface ExpectationView {
  id: string
  text: string
  writtenAfterwards: boolean
  /** ISO moment of signing; null while it is a draft. */
  signedAt: string | null
  version: number
}

export interface ReactionView {
  id: string
  constituency: Constituency
  text: string
  /** Written by a member of the constituency; otherwise the editors wrote it down. */
  byMember: boolean
  createdAt: string
}

/** What a region concludes about a measure in one year. */
export interface VerdictView {
  id: string
  year: number
  observed: string
  otherCauses: string
  confidence: VerdictConfidence | null
  decision: VerdictDecision | null
  reason: string
  supersedesId: string | null
  signedAt: string | null
  version: number
  reactions: ReactionView[]
}

/** Everything about one measure in one year: the verdict that counts, those it replaced, and the draft. */
export interface MeasureYear {
  measureId: string
  year: number
  expectation: ExpectationView | null
  /** The last signed verdict; null when nothing is signed. */
  current: VerdictView | null
  /** Signed verdicts that a correction replaced, newest first. */
  replaced: VerdictView[]
  draft: VerdictView | null
}

/** A verdict that someone may still read for their constituency. */
export interface AwaitedReaction {
  measureId: string
  title: string
  regionName: string
  year: number
  signedAt: Date
}

/** The measure a verdict form is about, for the policy. */
export interface MeasureTarget {
  measureId: string
  title: string
  goalTitle: string
  regionId: string
  regionSlug: string
  regionName: string
}

/** A published initiative under a measure, with what was measured there. */
export interface ServingInitiative {
  slug: string
  title: string
  indicators: InitiativeIndicatorView[]
}
