import type { MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'

export type OfferedRole =
  | { organisationId: string; role: MembershipRole; platformRole: null }
  | { organisationId: null; role: null; platformRole: PlatformRoleName }

export interface NewInvitation {
  /** In lower case. */
  email: string
  offered: OfferedRole
}

export interface InvitationRow {
  id: string
  email: string
  organisationName: string | null
  role: MembershipRole | PlatformRoleName
  invitedBy: string | null
  sentAt: Date
  expiresAt: Date
  isExpired: boolean
}

export type InvitationState = 'open' | 'used' | 'expired' | 'withdrawn'

/** What the person at the link is told. */
export interface OpenedInvitation {
  state: InvitationState
  email: string
  organisationName: string | null
  role: MembershipRole | PlatformRoleName
  expiresAt: Date
  /** The address has an account, which then gets the role. */
  hasAccount: boolean
  asksConstituency: boolean
}

/** One line of a list to invite, as it was understood. */
export interface InvitationLine {
  /** Counted from 1, as typed. */
  line: number
  text: string
  email: string | null
  fault: 'email' | 'twice' | 'member' | null
}
