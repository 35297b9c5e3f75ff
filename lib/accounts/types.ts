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
  /** All regions this person's organisations act for, as a family (lib/regions/rules.ts). */
  regionIds: string[]
}
