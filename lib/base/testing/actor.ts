import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'

export const actorsOf =
  (home: string) =>
  (
    role: MembershipRole | null,
    organisationId = home,
    platformRoles: PlatformRoleName[] = [],
    userId = 'u',
  ): Actor => ({
    userId,
    name: 'N',
    email: 'n@voorbeeld.nl',
    isExample: false,
    constituency: null,
    platformRoles,
    regionIds: ['r'],
    memberships:
      role === null ? [] : [{ organisationId, organisationName: 'O', role, regionId: 'r' }],
  })
