import type { getPathname } from '@/i18n/navigation'
import type { AdoptionRow } from '@/lib/exchange/adoptions/types'
import type { AssessableInitiative } from '@/lib/judgement/assessments/types'
import type { ContestRow } from '@/lib/judgement/contests/types'
import type { PendingContact } from '@/lib/exchange/contacts/types'
import type { EnquiryAbout, EnquiryRow } from '@/lib/exchange/enquiries/types'
import type { Correction } from '@/lib/knowledge/corrections/types'
import type { Handover } from '@/lib/knowledge/handovers/types'
import type { Unconfirmed } from '@/lib/knowledge/initiatives/types'
import type { JoiningRow } from '@/lib/exchange/overlap/types'
import type { RevisionRow } from '@/lib/knowledge/revisions/types'
import type { AwaitedReaction } from '@/lib/monitor/verdicts/types'

export const WORK_KINDS = [
  'returned',
  'review',
  'corrected',
  'contest',
  'reported',
  'suggestion',
  'answer',
  'join',
  'handover',
  'contact',
  'enquiry',
  'checkin',
  'react',
  'mend',
  'reconsider',
  'confirm',
  'draft',
  'assess',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

export type WorkPlace = Parameters<typeof getPathname>[0]['href']

export interface WorkFacts {
  returned: Pick<RevisionRow, 'returnReason'>
  review: Pick<RevisionRow, 'organisationName'>
  corrected: Pick<Correction, 'organisationName'>
  contest: null
  mend: null
  reconsider: null
  reported: { count: number }
  suggestion: { count: number }
  answer: Pick<AdoptionRow, 'organisation'>
  join: Pick<JoiningRow, 'organisation'>
  handover: Pick<Handover, 'fromName'>
  contact: Pick<PendingContact, 'sender'>
  enquiry: Pick<EnquiryRow, 'kind' | 'name'> & { about: EnquiryAbout['kind'] }
  checkin: { months: number }
  react: Pick<AwaitedReaction, 'regionName' | 'year'>
  confirm: Pick<Unconfirmed, 'initiativeId'>
  draft: null
  assess: Pick<AssessableInitiative, 'started' | 'invited' | 'deadline' | 'assessors'>
}

type Undated = 'reported' | 'suggestion' | 'answer' | 'checkin' | 'assess'

interface Waiting<K extends WorkKind> {
  kind: K
  /** Stable for the same work, unique within its kind. */
  key: string
  title: K extends 'reported' | 'suggestion' ? null : string
  place: WorkPlace
  facts: WorkFacts[K]
  since: K extends Undated ? null : Date
}

export type WorkItem<K extends WorkKind = WorkKind> = { [Kind in K]: Waiting<Kind> }[K]

export interface PendingWork {
  drafts: readonly RevisionRow[]
  submitted: readonly RevisionRow[]
  corrections: readonly Correction[]
  contests: readonly ContestRow[]
  toMend: readonly ContestRow[]
  reconsiderations: readonly { id: string; title: string; askedAt: Date }[]
  reported: number
  suggestions: number
  adoptions: { own: readonly AdoptionRow[]; asked: readonly AdoptionRow[] }
  joins: readonly JoiningRow[]
  handovers: readonly Handover[]
  contacts: readonly PendingContact[]
  enquiries: readonly EnquiryRow[]
  reactions: readonly AwaitedReaction[]
  unconfirmed: readonly Unconfirmed[]
  assessable: readonly AssessableInitiative[]
}
