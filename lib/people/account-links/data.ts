import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { linkState } from './rules'
import type { OpenedLink } from './types'

const PURPOSE = 'people.account-link'

/** The token of a link. */
export const linkToken = (id: string): string => signToken(PURPOSE, id)

/** What a link is for and whether it still works; null when it is not ours. */
export async function getLink(
  token: string,
  now: Date,
  client: Transaction | typeof db = db,
): Promise<OpenedLink | null> {
  const id = readToken(PURPOSE, token)
  if (id === null) return null
  const row = await client.accountLink.findUnique({
    where: { id, user: { disabledAt: null } },
    select: { id: true, userId: true, purpose: true, email: true, usedAt: true, expiresAt: true },
  })
  if (!row) return null
  const { usedAt, expiresAt, ...link } = row
  return { ...link, state: linkState({ usedAt, expiresAt }, now) }
}

/** The address that someone's open change leads to, and which halves are confirmed. */
export async function getAddressChange(
  userId: string,
  now: Date,
): Promise<{ email: string; confirmed: ('email_new' | 'email_old')[] } | null> {
  const rows = await db.accountLink.findMany({
    where: { userId, purpose: { in: ['email_new', 'email_old'] }, expiresAt: { gt: now } },
    select: { purpose: true, email: true, usedAt: true },
    orderBy: { createdAt: 'desc' },
    take: 2,
  })
  const [latest] = rows
  if (latest?.email == null || rows.every(({ usedAt }) => usedAt !== null)) return null
  return {
    email: latest.email,
    confirmed: rows.flatMap(({ purpose, usedAt }) =>
      usedAt !== null && purpose !== 'password' ? [purpose] : [],
    ),
  }
}
