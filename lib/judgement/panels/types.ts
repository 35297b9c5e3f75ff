import type { InvitationState, RoundEnd, RoundKind, RoundStatus } from '@/generated/prisma/enums'
import type { Constituency } from '@/lib/people/accounts/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { InvitationState, RoundEnd, RoundKind, RoundStatus }

export interface Round {
  id: string
  initiativeId: string
  number: number
  kind: RoundKind
  deadline: CalendarDate
  status: RoundStatus
}

export interface PanelTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  revisionId: string
  revisionNumber: number
  regionIds: string[]
  termSlugs: string[]
}

export interface KnownTerm {
  slug: string
  labelNl: string
  labelEn: string
}

export interface Candidate {
  userId: string
  organisationName: string
  regionId: string
  regionName: string
  constituency: Constituency | null
  groups: KnownTerm[]
  sectors: KnownTerm[]
  asked: number
}

export type ProposalReason =
  | { kind: 'groups' | 'sectors'; terms: KnownTerm[] }
  | { kind: 'region'; name: string }
  | { kind: 'constituency' }
  | { kind: 'asked'; count: number }

/** Best first. Organisations are named; the person is not. */
export interface Proposal {
  userId: string
  organisationName: string
  regionName: string
  constituency: Constituency | null
  reasons: ProposalReason[]
}

export interface InvitationView {
  id: string
  organisationName: string
  regionName: string | null
  constituency: Constituency | null
  state: InvitationState
  submitted: boolean
  remindedAt: string | null
  /** The organisation asked in this place; null when nobody was. */
  replacedBy: string | null
}

/** What the workspace says to whoever declined. */
export interface Refusal {
  title: string
  /** Whether someone else was asked. */
  replaced: boolean
}

export interface RoundView extends Round {
  revisionNumber: number
  closedAt: string | null
  closingReason: RoundEnd | null
  /** Including people who were not asked. */
  submitted: number
  regions: number
  invitations: InvitationView[]
}

export interface RoundStanding {
  deadline: CalendarDate
  invitations: readonly { state: InvitationState; submitted: boolean }[]
  regionIds: readonly (string | null)[]
}
