import type { MembershipRole } from '@/lib/people/accounts/types'

export interface AccessRequestRow {
  id: string
  email: string
  name: string
  organisationId: string | null
  /** The organisation, or the name that was typed for one that is not in the list. */
  organisationName: string
  role: MembershipRole
  reason: string
  createdAt: Date
}

export interface NewAccessRequest {
  /** In lower case. */
  email: string
  name: string
  organisationId: string | null
  organisationName: string
  role: MembershipRole
  reason: string
}
