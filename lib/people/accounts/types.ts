import type { Constituency, MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'

export type { Constituency, MembershipRole, PlatformRoleName }

export interface ActorMembership {
  organisationId: string
  organisationName: string
  role: MembershipRole
  /** The region the organisation acts for; null for an organisation without one. */
  regionId: string | null
}

/** Who is asking, read from the database at each request; never from the token. */
export interface Actor {
  userId: string
  name: string
  email: string
  isExample: boolean
  constituency: Constituency | null
  memberships: ActorMembership[]
  platformRoles: PlatformRoleName[]
  /** All regions this person's organisations act for, as a family (lib/base/regions/rules.ts). */
  regionIds: string[]
}

/** The session of this request. */
export interface CurrentSession {
  sessionId: string
  actor: Actor
}

/** A signed-in device as its owner sees it. */
export interface DeviceSession {
  id: string
  /** Such as "Firefox, Windows"; empty when unknown. */
  device: string
  createdAt: Date
  lastSeenAt: Date
  isCurrent: boolean
}

/** An account of the demonstration, shown on the sign-in page with its password. */
export interface DemoAccount {
  email: string
  password: string
  name: string
  roleLabel: string
}

/** Where a request comes from, as far as sign-in needs to know. */
export interface Client {
  /** IPv4 address or IPv6 /64 (lib/base/http/network.ts). */
  network: string
  device: string
}

/** What someone did to come to the page of signing in, as its address says it. */
export const DEPARTURES = ['uitgelogd', 'overal', 'verwijderd'] as const
export type Departure = (typeof DEPARTURES)[number]
