import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { actingRegionFields } from './regions.rules'
import type { ActorMembership } from './types'

/** The memberships of a user, for `toMembership`. */
export const membershipRows = {
  select: {
    organisationId: true,
    role: true,
    organisation: { select: { name: true, ...actingRegionFields } },
  },
  orderBy: [{ organisation: { name: 'asc' } }, { role: 'asc' }],
  take: 100,
} satisfies Prisma.User$membershipsArgs

export const toMembership = ({
  organisationId,
  role,
  organisation,
}: Prisma.MembershipGetPayload<typeof membershipRows>): ActorMembership => ({
  organisationId,
  organisationName: organisation.name,
  role,
  regionId: organisation.regionId,
  ...(organisation.alsoRegions.length > 0 && {
    alsoRegionIds: organisation.alsoRegions.map(({ regionId }) => regionId),
  }),
})
