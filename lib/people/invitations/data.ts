import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { asksConstituency, invitationState, offeredRole } from './rules'
import type { InvitationRow, OfferedRole, OpenedInvitation } from './types'

const PURPOSE = 'people.invitation'

/** The token of a link: it ends when a newer link is sent. */
export function invitationToken(id: string, sentAt: Date): string {
  return signToken(PURPOSE, `${id} ${String(sentAt.getTime())}`)
}

/** The id and time in a token; null when we did not sign it. */
export function readInvitationToken(token: string): { id: string; sentAt: Date } | null {
  const [id = '', time = ''] = readToken(PURPOSE, token)?.split(' ') ?? []
  return id === '' ? null : { id, sentAt: new Date(Number(time)) }
}

const MAX_SHOWN = 500

/** Invitations that were not accepted or withdrawn, newest first; null for all organisations. */
export async function listOpenInvitations(
  organisationIds: readonly string[] | null,
  now: Date,
): Promise<InvitationRow[]> {
  const rows = await db.invitation.findMany({
    where: {
      acceptedAt: null,
      revokedAt: null,
      ...(organisationIds !== null && { organisationId: { in: [...organisationIds] } }),
    },
    select: {
      id: true,
      email: true,
      role: true,
      platformRole: true,
      sentAt: true,
      expiresAt: true,
      organisation: { select: { name: true } },
      invitedBy: { select: { name: true } },
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    take: MAX_SHOWN,
  })
  return rows.map(({ organisation, invitedBy, role, platformRole, ...row }) => ({
    ...row,
    organisationName: organisation?.name ?? null,
    invitedBy: invitedBy?.name ?? null,
    role: role ?? platformRole ?? 'member',
    isExpired: row.expiresAt <= now,
  }))
}

const openedFields = {
  id: true,
  email: true,
  organisationId: true,
  role: true,
  platformRole: true,
  sentAt: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  organisation: { select: { name: true } },
} as const

/** The invitation of a link, or null. An older link of it counts as withdrawn. */
export async function findInvitation(token: string, client: Transaction | typeof db = db) {
  const found = readInvitationToken(token)
  if (!found) return null
  const row = await client.invitation.findUnique({
    where: { id: found.id },
    select: openedFields,
  })
  if (!row) return null
  const isLatest = row.sentAt.getTime() === found.sentAt.getTime()
  return isLatest ? row : { ...row, revokedAt: row.revokedAt ?? row.sentAt }
}

/** What a link offers and whether it still works; null when it is not ours. */
export async function getOpenedInvitation(
  token: string,
  now: Date,
): Promise<OpenedInvitation | null> {
  const row = await findInvitation(token)
  if (!row) return null
  const account = await db.user.findUnique({
    where: { email: row.email },
    select: { constituency: true },
  })
  const role = row.role ?? row.platformRole ?? 'member'
  return {
    state: invitationState(row, now),
    email: row.email,
    organisationName: row.organisation?.name ?? null,
    role,
    expiresAt: row.expiresAt,
    hasAccount: account !== null,
    asksConstituency: asksConstituency(role) && (account?.constituency ?? null) === null,
  }
}

/** The organisation of an offered role; null when it does not exist or has ended. */
export async function getInvitingOrganisation(
  organisationId: string,
): Promise<{ name: string; hasRegion: boolean } | null> {
  const row = await db.organisation.findUnique({
    where: { id: organisationId, endsOn: null },
    select: { name: true, regionId: true, _count: { select: { alsoRegions: true } } },
  })
  return row && { name: row.name, hasRegion: row.regionId !== null || row._count.alsoRegions > 0 }
}

/** The role that an invitation offers; null when it does not exist. */
export async function getInvitationRole(id: string): Promise<OfferedRole | null> {
  const row = await db.invitation.findUnique({
    where: { id },
    select: { organisationId: true, role: true, platformRole: true },
  })
  return row && offeredRole(row)
}

/** An organisation that works for a region. */
const regional: Prisma.OrganisationWhereInput = {
  OR: [{ regionId: { not: null } }, { alsoRegions: { some: {} } }],
}

/** Whether this address acts for an organisation with a region, or is invited to. */
export async function hasRegionalRole(email: string): Promise<boolean> {
  const [memberships, invitations] = await Promise.all([
    db.membership.count({ where: { user: { email }, organisation: regional } }),
    db.invitation.count({
      where: {
        email,
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: new Date() },
        organisation: regional,
      },
    }),
  ])
  return memberships + invitations > 0
}

/** Whether this address acts for an organisation with a region now. */
export async function hasOwnRegion(email: string): Promise<boolean> {
  return (await db.membership.count({ where: { user: { email }, organisation: regional } })) > 0
}

/** The addresses that have this role already. */
export async function listHolders(offered: OfferedRole): Promise<Set<string>> {
  const rows =
    offered.organisationId === null
      ? await db.platformRole.findMany({
          where: { role: offered.platformRole },
          select: { user: { select: { email: true } } },
          orderBy: { userId: 'asc' },
          take: 5_000,
        })
      : await db.membership.findMany({
          where: { organisationId: offered.organisationId, role: offered.role },
          select: { user: { select: { email: true } } },
          orderBy: { userId: 'asc' },
          take: 5_000,
        })
  return new Set(rows.map(({ user }) => user.email))
}
