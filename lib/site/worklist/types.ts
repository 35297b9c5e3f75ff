import type { getPathname } from '@/i18n/navigation'
import type { AdoptionRow } from '@/lib/exchange/adoptions/types'
import type { AssessableInitiative } from '@/lib/judgement/assessments/types'
import type { PendingContact } from '@/lib/exchange/contacts/types'
import type { Unconfirmed } from '@/lib/knowledge/initiatives/types'
import type { JoiningRow } from '@/lib/exchange/overlap/types'
import type { RevisionRow } from '@/lib/knowledge/revisions/types'
import type { AwaitedReaction } from '@/lib/monitor/verdicts/types'

/** What can wait for someone, most pressing first. */
export const WORK_KINDS = [
  'returned',
  'review',
  'reported',
  'answer',
  'join',
  'contact',
  'checkin',
  'react',
  'confirm',
  'draft',
  'assess',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** The page where it is done, in either language. */
export type WorkPlace = Parameters<typeof getPathname>[0]['href']

/** What each kind needs to be told in words; the kind and the place are the same for all. */
export interface WorkFacts {
  returned: Pick<RevisionRow, 'returnReason'>
  review: Pick<RevisionRow, 'organisationName'>
  reported: { count: number }
  answer: Pick<AdoptionRow, 'organisation'>
  join: Pick<JoiningRow, 'organisation'>
  contact: Pick<PendingContact, 'sender'>
  checkin: { months: number }
  react: Pick<AwaitedReaction, 'regionName' | 'year'>
  confirm: Pick<Unconfirmed, 'initiativeId'>
  draft: null
  assess: Pick<AssessableInitiative, 'started' | 'invited' | 'deadline' | 'assessors'>
}

/** Kinds of which the noun does not keep when they began to wait. */
type Undated = 'reported' | 'answer' | 'checkin' | 'assess'

interface Waiting<K extends WorkKind> {
  kind: K
  /** The same for the same work at the next reaction; different from all other work of its kind. */
  key: string
  /** What it is about; null when it is about several things at once. */
  title: K extends 'reported' ? null : string
  place: WorkPlace
  facts: WorkFacts[K]
  /** When it began to wait. */
  since: K extends Undated ? null : Date
}

/** One thing that waits for someone, with the place where it is done. */
export type WorkItem<K extends WorkKind = WorkKind> = { [Kind in K]: Waiting<Kind> }[K]

/** What each noun knows that waits for one person. */
export interface PendingWork {
  /** Versions of the own organisations, in every state. */
  drafts: readonly RevisionRow[]
  submitted: readonly RevisionRow[]
  /** How many reported questions and answers wait for a moderator. */
  reported: number
  adoptions: { own: readonly AdoptionRow[]; asked: readonly AdoptionRow[] }
  joins: readonly JoiningRow[]
  contacts: readonly PendingContact[]
  reactions: readonly AwaitedReaction[]
  unconfirmed: readonly Unconfirmed[]
  assessable: readonly AssessableInitiative[]
}
