import type { Constituency, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'

export const PEOPLE_FILTERS = [
  'active',
  'disabled',
  'never',
  'withFactor',
  'withoutFactor',
] as const
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number]

export interface PersonRole {
  organisationId: string
  organisationName: string
  organisationSlug: string
  role: MembershipRole
}

export interface PersonRow {
  id: string
  name: string
  email: string
  roles: PersonRole[]
  platformRoles: PlatformRoleName[]
  /** The last request of any session; null when this person never signed in or long ago. */
  lastSeenAt: Date | null
  /** Whether an app or a passkey is asked for at sign-in. */
  hasFactor: boolean
  disabledAt: Date | null
  isExample: boolean
}

export interface Person extends PersonRow {
  constituency: Constituency | null
  createdAt: Date
  /** Devices that are signed in now. */
  sessions: number
  owned: OwnedWork
}

/** What someone holds for their organisations and can hand over. */
export interface OwnedWork {
  adoptions: number
  calls: number
  meetings: number
  collections: number
}

export interface PeopleQuery {
  /** Part of a name or address. */
  text: string
  organisationId: string | null
  role: MembershipRole | PlatformRoleName | null
  filter: PeopleFilter | null
  page: number
}
