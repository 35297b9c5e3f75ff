import type {
  Constituency,
  MembershipRole,
  PlatformRoleName,
  SessionStage,
} from '@/generated/prisma/enums'

export type { Constituency, MembershipRole, PlatformRoleName, SessionStage }

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
  /** The one organisation they work for now; absent for all. Decides lists, no rights. */
  actingFor?: string
}

export interface CurrentSession {
  sessionId: string
  actor: Actor
}

/** The password was right; the second step is not done. Gives no right to anything else. */
export interface PendingSession {
  sessionId: string
  userId: string
  stage: Exclude<SessionStage, 'complete'>
  name: string
  email: string
}

/** Who may set up or change a second factor: after the password, or signed in. */
export interface FactorOwner {
  userId: string
  sessionId: string
  stage: Exclude<SessionStage, 'second_factor'>
  email: string
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
