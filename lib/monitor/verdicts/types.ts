import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { Constituency, VerdictConfidence, VerdictDecision } from '@/generated/prisma/enums'

export type { Constituency, VerdictConfidence, VerdictDecision }

export interface ExpectationView {
  id: string
  text: string
  /** Signed after the year ended. */
  writtenAfterwards: boolean
  /** The day of signing when the period had begun by then; null when it was signed in advance. */
  lateOn: CalendarDate | null
  /** ISO moment; null for a draft. */
  signedAt: string | null
  version: number
}

export interface ReactionView {
  id: string
  constituency: Constituency
  text: string
  /** False when the editors wrote it down. */
  byMember: boolean
  createdAt: string
}

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

export interface MeasureYear {
  measureId: string
  year: number
  expectation: ExpectationView | null
  current: VerdictView | null
  replaced: VerdictView[]
  draft: VerdictView | null
}

export interface AwaitedReaction {
  measureId: string
  title: string
  regionName: string
  year: number
  signedAt: Date
}

export interface MeasureTarget {
  measureId: string
  title: string
  startsOn: CalendarDate | null
  goalId: string
  goalTitle: string
  regionId: string
  regionSlug: string
  regionName: string
}

export interface ServingInitiative {
  slug: string
  title: string
  indicators: InitiativeIndicatorView[]
}
