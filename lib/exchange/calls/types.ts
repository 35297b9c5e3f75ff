import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
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

/** Hidden parts are removed for everyone else. */
export interface CallView extends Omit<CallSummary, 'replies'> {
  organisationId: string
  version: number
  outcome: string | null
  /** The region of the learning agenda behind it. */
  learning: { regionSlug: string; regionName: string; question: string } | null
  endedAt: Date | null
  hiddenReason: string | null
  replies: CallReplyView[]
}

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

export interface MatchCandidate {
  initiativeId: string
  slug: string
  title: string
  summary: string
  targetGroups: readonly string[]
  sectors: readonly string[]
  instruments: readonly string[]
  regions: readonly string[]
  rank: number
  direction: EvidenceDirection
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
  count: number
}

export interface CallMatches {
  initiatives: CallMatch[]
  regions: RegionMatch[]
}

export interface RegionCalls {
  own: CallSummary[]
  fitting: { call: CallSummary; initiatives: { slug: string; title: string }[]; count: number }[]
}
