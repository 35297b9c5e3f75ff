import type { CallStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { CallStatus }

export const CALL_VOCABULARIES = ['target_group', 'sector', 'instrument'] as const
export type CallVocabulary = (typeof CALL_VOCABULARIES)[number]

export interface CallTermView {
  vocabulary: CallVocabulary
  slug: string
  labelNl: string
  labelEn: string
}

/** A call as it stands in a list. */
export interface CallSummary {
  id: string
  slug: string
  title: string
  text: string
  organisation: string
  region: { slug: string; code: string; name: string }
  openUntil: CalendarDate
  status: CallStatus
  terms: CallTermView[]
  /** Answers that everyone may read. */
  replies: number
  isExample: boolean
  postedOn: CalendarDate
}

export interface CallReplyView {
  id: string
  organisationId: string
  organisation: string
  text: string
  initiative: { slug: string; title: string } | null
  hiddenReason: string | null
  createdAt: Date
}

/** A call with all that its own organisation and moderators may see; for everyone else what is hidden is left out. */
export interface CallView extends Omit<CallSummary, 'replies'> {
  organisationId: string
  version: number
  outcome: string | null
  /** The region on whose learning agenda the question stands. */
  learning: { regionSlug: string; regionName: string; question: string } | null
  endedAt: Date | null
  hiddenReason: string | null
  replies: CallReplyView[]
}

/** What the policy needs to know of a call. */
export interface CallTarget {
  organisationId: string
  status: CallStatus
  hiddenReason: string | null
}

export interface CallReportView {
  id: string
  call: { slug: string; title: string }
  replyId: string | null
  reason: string
  createdAt: Date
}

export type MatchReasonKind = CallVocabulary | 'words'

/** Something that may fit, before it is weighed. */
export interface MatchCandidate {
  initiativeId: string
  slug: string
  title: string
  summary: string
  targetGroups: readonly string[]
  sectors: readonly string[]
  instruments: readonly string[]
  regions: readonly string[]
  evidenceRank: number
}

export interface CallMatch {
  initiativeId: string
  slug: string
  title: string
  summary: string
  reasons: { kind: MatchReasonKind; slugs: string[] }[]
}

export interface RegionMatch {
  slug: string
  name: string
  /** Fitting initiatives in this region. */
  count: number
}

export interface CallMatches {
  initiatives: CallMatch[]
  regions: RegionMatch[]
}

/** Open calls as the page of a region tells them. */
export interface RegionCalls {
  own: CallSummary[]
  /** Calls of elsewhere that initiatives of this region know something about, the best proven named. */
  fitting: { call: CallSummary; initiatives: { slug: string; title: string }[]; count: number }[]
}
