import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'
import { readSettings } from '@/lib/base/settings/data'
import { secondFactorRoles } from '@/lib/base/settings/rules'
import type { Role } from './policy'
import { isSessionValid } from './rules'
import type { FactorFacts } from './stage.rules'
import type { PendingSession } from './types'

/** Roles that must have a second factor here; nobody where demo data is loaded. */
export async function rolesWithSecondFactor(): Promise<readonly Role[]> {
  return env.DEMO_DATA === '1' ? [] : secondFactorRoles(await readSettings())
}

/** What decides the stage of a sign-in: whether there is a factor, and the roles. */
export async function getFactorFacts(
  client: Transaction | typeof db,
  userId: string,
): Promise<FactorFacts> {
  const user = await client.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      memberships: { select: { role: true }, orderBy: { role: 'asc' }, take: 100 },
      platformRoles: { select: { role: true }, orderBy: { role: 'asc' }, take: 10 },
      totpSecret: { select: { secret: true } },
      passkeys: { select: { id: true }, orderBy: { id: 'asc' }, take: 1 },
    },
  })
  return {
    hasFactor: (user.totpSecret?.secret ?? null) !== null || user.passkeys.length > 0,
    roles: [...user.memberships, ...user.platformRoles].map(({ role }) => role),
  }
}

/** A sign-in that is not complete; null when it is, has ended, or is not theirs. */
export async function getPendingSession(
  sessionId: string,
  userId: string,
  now: Date,
): Promise<PendingSession | null> {
  const row = await db.userSession.findUnique({
    where: {
      id: sessionId,
      userId,
      revokedAt: null,
      stage: { in: ['second_factor', 'enrol'] },
      user: { disabledAt: null },
    },
    select: {
      stage: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { name: true, email: true } },
    },
  })
  if (!row || row.stage === 'complete' || !isSessionValid(row, now)) return null
  return { sessionId, userId, stage: row.stage, ...row.user }
}
