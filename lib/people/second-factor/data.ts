import 'server-only'
import { encode } from 'uqr'
import { decryptText } from '@/lib/base/security/encryption'
import { db } from '@/lib/base/db/db'
import { getFactorFacts, rolesWithSecondFactor } from '@/lib/people/accounts/stage.data'
import { mustHaveFactor } from '@/lib/people/accounts/stage.rules'
import { MAX_PASSKEYS, qrPath, SET_UP_MS, setUpAddress } from './rules'
import type { Factors, ResetRequest, TotpSetUp } from './types'

/** The purpose of the key that app secrets are encrypted with. */
export const SECRET_PURPOSE = 'second-factor.totp'
const MAX_RESETS = 100

/** What a person has as second factor, and whether a role of theirs asks for one. */
export async function getFactors(userId: string): Promise<Factors> {
  const [user, facts, required] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        passwordHash: true,
        totpSecret: { select: { secret: true, addedAt: true, lastUsedAt: true } },
        passkeys: {
          select: { id: true, name: true, createdAt: true, lastUsedAt: true },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          take: MAX_PASSKEYS,
        },
        _count: { select: { recoveryCodes: true } },
      },
    }),
    getFactorFacts(db, userId),
    rolesWithSecondFactor(),
  ])
  const { totpSecret } = user
  return {
    totp:
      totpSecret?.secret && totpSecret.addedAt
        ? { addedAt: totpSecret.addedAt, lastUsedAt: totpSecret.lastUsedAt }
        : null,
    passkeys: user.passkeys,
    codesLeft: user._count.recoveryCodes,
    hasPassword: user.passwordHash !== null,
    isRequired: mustHaveFactor(facts.roles, required),
  }
}

/** A secret that waits is of one session, so that no other sign-in of the account reads it. */
export const pendingOwner = (userId: string, sessionId: string): string => `${userId} ${sessionId}`

/** The app that this session is setting up; null when it is not, or began too long ago. */
export async function getTotpSetUp(
  { userId, sessionId }: { userId: string; sessionId: string },
  email: string,
  now: Date,
): Promise<TotpSetUp | null> {
  const row = await db.totpSecret.findUnique({
    where: { userId, pendingAt: { gt: new Date(now.getTime() - SET_UP_MS) } },
    select: { pendingSecret: true },
  })
  const secret = row?.pendingSecret
    ? decryptText(SECRET_PURPOSE, pendingOwner(userId, sessionId), row.pendingSecret)
    : null
  if (secret === null) return null
  const address = setUpAddress(secret, email)
  return { secret, address, qr: qrPath(encode(address, { ecc: 'M', border: 4 }).data) }
}

const resetRow = {
  userId: true,
  requestedById: true,
  requestedAt: true,
  expiresAt: true,
  user: { select: { name: true } },
  requestedBy: { select: { name: true } },
} as const

interface ResetRow extends Omit<ResetRequest, 'name' | 'requestedBy'> {
  user: { name: string }
  requestedBy: { name: string }
}

const toRequest = ({ user, requestedBy, ...row }: ResetRow): ResetRequest => ({
  ...row,
  name: user.name,
  requestedBy: requestedBy.name,
})

/** Resets that wait for a second administrator, oldest first. */
export async function listResetRequests(now: Date): Promise<ResetRequest[]> {
  const rows = await db.factorReset.findMany({
    where: { expiresAt: { gt: now } },
    select: resetRow,
    orderBy: [{ requestedAt: 'asc' }, { userId: 'asc' }],
    take: MAX_RESETS,
  })
  return rows.map(toRequest)
}

/** The reset of one person that waits; null without one. */
export async function getResetRequest(userId: string, now: Date): Promise<ResetRequest | null> {
  const row = await db.factorReset.findUnique({
    where: { userId, expiresAt: { gt: now } },
    select: resetRow,
  })
  return row && toRequest(row)
}

/** Who has an account with this address, in lower case; null for none and for a disabled one. */
export async function findPerson(email: string): Promise<{ userId: string; name: string } | null> {
  const row = await db.user.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, name: true },
  })
  return row && { userId: row.id, name: row.name }
}
