import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { db, Transaction } from '@/lib/base/db/db'
import { membershipRows, toMembership } from './memberships.data'
import type { ActorMembership } from './types'

/** More would be a mistake, not a mailing. */
const MAX_PEOPLE = 500

const ids = async (client: Transaction | typeof db, where: Prisma.UserWhereInput) =>
  (
    await client.user.findMany({
      where: { disabledAt: null, ...where },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    })
  ).map(({ id }) => id)

/** Who writes for an organisation: its editors and managers that can sign in. */
export async function listWriterIds(
  client: Transaction | typeof db,
  organisationId: string,
): Promise<string[]> {
  return ids(client, {
    memberships: { some: { organisationId, role: { in: ['editor', 'manager'] } } },
  })
}

/** Who has this role on the platform and can sign in. */
export async function listPlatformIds(
  client: Transaction | typeof db,
  role: 'moderator' | 'administrator',
): Promise<string[]> {
  return ids(client, { platformRoles: { some: { role } } })
}

export interface Moderator {
  id: string
  memberships: ActorMembership[]
}

/** Every moderator that can sign in, with the organisations they belong to. */
export async function listModerators(client: Transaction | typeof db): Promise<Moderator[]> {
  const rows = await client.user.findMany({
    where: { disabledAt: null, platformRoles: { some: { role: 'moderator' } } },
    select: { id: true, memberships: membershipRows },
    orderBy: { id: 'asc' },
    take: MAX_PEOPLE,
  })
  return rows.map(({ id, memberships }) => ({ id, memberships: memberships.map(toMembership) }))
}
