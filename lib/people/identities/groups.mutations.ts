import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { log } from '@/lib/base/runtime/log'
import { lockAdministrators } from '@/lib/people/accounts/mutations'
import type { MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import type { GroupRight } from './types'

interface Place {
  organisationId: string
  role: MembershipRole
}

/** Rights of groups, with the organisations that exist here. */
export interface FoundRights {
  places: readonly Place[]
  roles: readonly PlatformRoleName[]
}

/** Finds the organisations that groups name; one that does not exist gives nothing, and is logged. */
export async function findRights(
  tx: Transaction,
  rights: readonly GroupRight[],
): Promise<FoundRights> {
  const roles = rights.flatMap((one) => ('platformRole' in one ? [one.platformRole] : []))
  const named = rights.flatMap((one) => ('platformRole' in one ? [] : [one]))
  const slugs = [...new Set(named.map(({ organisation }) => organisation))]
  const organisations = await tx.organisation.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
    take: slugs.length,
  })
  const ids = new Map(organisations.map(({ id, slug }) => [slug, id]))
  const missing = slugs.filter((slug) => !ids.has(slug))
  if (missing.length > 0) log.warn({ missing }, 'OIDC_GROUP_MAP names unknown organisations')
  const places = named.flatMap(({ organisation, role }) => {
    const organisationId = ids.get(organisation)
    return organisationId === undefined ? [] : [{ organisationId, role }]
  })
  return { places, roles }
}

/**
 * Makes what came from the provider the same as what the groups give now. What people gave here
 * stays as it is. `keepsAdministrator` comes from `isLastAdministrator`.
 */
export async function saveGroupRights(
  tx: Transaction,
  userId: string,
  { places, roles }: FoundRights,
  keepsAdministrator: boolean,
): Promise<void> {
  const given = await saveMemberships(tx, userId, places)
  const platform = await savePlatformRoles(tx, userId, roles, keepsAdministrator)
  const [added, removed] = [given.added + platform.added, given.removed + platform.removed]
  if (added + removed === 0) return
  await saveAuditEvent(tx, {
    actorId: null,
    action: 'membership.fromProvider',
    objectType: 'user',
    objectId: userId,
    detail: { added, removed },
  })
}

interface Change {
  added: number
  removed: number
}

async function saveMemberships(
  tx: Transaction,
  userId: string,
  places: readonly Place[],
): Promise<Change> {
  const wanted = places.map(({ organisationId, role }) => ({ userId, organisationId, role }))
  const { count: removed } = await tx.membership.deleteMany({
    where: {
      userId,
      fromProvider: true,
      NOT: {
        OR: wanted.map(({ organisationId, role }) => ({ organisationId, role })),
      },
    },
  })
  const { count: added } = await tx.membership.createMany({
    data: wanted.map((one) => ({ ...one, fromProvider: true })),
    skipDuplicates: true,
  })
  return { added, removed }
}

async function savePlatformRoles(
  tx: Transaction,
  userId: string,
  roles: readonly PlatformRoleName[],
  keepsAdministrator: boolean,
): Promise<Change> {
  const stays = keepsAdministrator ? [...roles, 'administrator' as const] : roles
  const { count: removed } = await tx.platformRole.deleteMany({
    where: { userId, fromProvider: true, role: { notIn: [...stays] } },
  })
  const { count: added } = await tx.platformRole.createMany({
    data: roles.map((role) => ({ userId, role, fromProvider: true })),
    skipDuplicates: true,
  })
  return { added, removed }
}

/**
 * Whether someone is the last administrator and no group gives the role now. Locks administrators as
 * leaving and disabling do, and like those before the row of the account.
 */
export async function isLastAdministrator(
  tx: Transaction,
  userId: string,
  { roles }: FoundRights,
): Promise<boolean> {
  if (roles.includes('administrator')) return false
  const row = { userId, role: 'administrator' as const, fromProvider: true }
  if ((await tx.platformRole.count({ where: row })) === 0) return false
  const administrators = await lockAdministrators(tx)
  const isLast = administrators.length === 1 && administrators[0] === userId
  if (isLast) log.warn('the last administrator keeps the role, though no group gives it')
  return isLast
}
