import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import type { AccessRequestRow } from './types'

const fields = {
  id: true,
  email: true,
  name: true,
  organisationId: true,
  organisationName: true,
  role: true,
  reason: true,
  createdAt: true,
  organisation: { select: { name: true } },
} as const

/** Open requests, oldest first; null for all organisations. */
export async function listOpenRequests(
  organisationIds: readonly string[] | null,
): Promise<AccessRequestRow[]> {
  const rows = await db.accessRequest.findMany({
    where: {
      state: 'open',
      ...(organisationIds !== null && { organisationId: { in: [...organisationIds] } }),
    },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ organisation, ...row }) => ({
    ...row,
    organisationName: organisation?.name ?? row.organisationName,
  }))
}

/** An open request; null when it does not exist or was decided. */
export async function getOpenRequest(id: string): Promise<AccessRequestRow | null> {
  const row = await db.accessRequest.findUnique({ where: { id, state: 'open' }, select: fields })
  if (!row) return null
  const { organisation, ...request } = row
  return { ...request, organisationName: organisation?.name ?? request.organisationName }
}

/** Whoever decides on requests for this organisation: its managers, else the administrators. */
export async function listDeciders(
  tx: Transaction,
  organisationId: string | null,
): Promise<string[]> {
  const managers =
    organisationId === null
      ? []
      : await tx.membership.findMany({
          where: { organisationId, role: 'manager', user: { disabledAt: null } },
          select: { userId: true },
          orderBy: { userId: 'asc' },
          take: 100,
        })
  if (managers.length > 0) return managers.map(({ userId }) => userId)
  const administrators = await tx.platformRole.findMany({
    where: { role: 'administrator', user: { disabledAt: null } },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: 100,
  })
  return administrators.map(({ userId }) => userId)
}
