import type { InvitationState, RoundEnd, RoundKind, RoundStatus } from '@/generated/prisma/enums'
import type { Constituency } from '@/lib/people/accounts/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { InvitationState, RoundEnd, RoundKind, RoundStatus }

/** A round as the rest of the system needs it. */
export interface Round {
  id: string
  initiativeId: string
  number: number
  kind: RoundKind
  /** Last day on which a judgement can be handed in. */
  deadline: CalendarDate
  status: RoundStatus
}

/** The initiative a round is about, as rights and proposals need it. */
export interface PanelTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  revisionId: string
  revisionNumber: number
  /** Regions of the initiative and of its owner. */
  regionIds: string[]
  /** Slugs of its target groups and sectors. */
  termSlugs: string[]
}

/** A word someone knows about. */
export interface KnownTerm {
  slug: string
  labelNl: string
  labelEn: string
}

/** Someone who could be asked: no tie with the initiative. */
export interface Candidate {
  userId: string
  organisationName: string
  regionId: string
  regionName: string
  constituency: Constituency | null
  groups: KnownTerm[]
  sectors: KnownTerm[]
  /** How often asked in the past twelve months. */
  asked: number
}

/** Why someone is proposed, in the order in which it is told. */
export type ProposalReason =
  | { kind: 'groups' | 'sectors'; terms: KnownTerm[] }
  | { kind: 'region'; name: string }
  | { kind: 'constituency' }
  | { kind: 'asked'; count: number }

/** A candidate with the reasons, best first. Organisations are named; the person is not. */
export interface Proposal {
  userId: string
  organisationName: string
  regionName: string
  constituency: Constituency | null
  reasons: ProposalReason[]
}

/** One who was asked, as the owner and the moderator see it: never by name. */
export interface InvitationView {
  id: string
  organisationName: string
  regionName: string | null
  constituency: Constituency | null
  state: InvitationState
  submitted: boolean
  remindedAt: string | null
}

/** A round with how it stands, for the owner and the moderator. */
export interface RoundView extends Round {
  revisionNumber: number
  closedAt: string | null
  closingReason: RoundEnd | null
  /** Judgements handed in so far, those of people who were not asked included. */
  submitted: number
  regions: number
  invitations: InvitationView[]
}

/** How a round stands when it is decided whether it ends. */
export interface RoundStanding {
  deadline: CalendarDate
  /** Of each one who was asked: what they answered and whether they handed in. */
  invitations: readonly { state: InvitationState; submitted: boolean }[]
  /** Region of each judgement that was handed in. */
  regionIds: readonly (string | null)[]
}
