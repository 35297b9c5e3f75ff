import type { Constituency, MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'

export type { Constituency, MembershipRole, PlatformRoleName }

export interface ActorMembership {
  organisationId: string
  organisationName: string
  role: MembershipRole
  regionId: string | null
  /** Other regions the organisation works for. */
  alsoRegionIds?: readonly string[]
}

export interface Actor {
  userId: string
  name: string
  email: string
  isExample: boolean
  constituency: Constituency | null
  memberships: ActorMembership[]
  platformRoles: PlatformRoleName[]
  regionIds: string[]
}

export interface CurrentSession {
  sessionId: string
  actor: Actor
}

export interface DeviceSession {
  id: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  isCurrent: boolean
}

export interface DemoAccount {
  email: string
  password: string
  name: string
  roleLabel: string
}

export interface Client {
  network: string
  device: string
}

export const DEPARTURES = ['uitgelogd', 'overal', 'verwijderd', 'wachtwoord'] as const
export type Departure = (typeof DEPARTURES)[number]
