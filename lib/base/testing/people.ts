import type { PrismaClient } from '@/generated/prisma/client'
import { cookieJar } from './next-request'

export const OWNER = 'redacteur.brabant@voorbeeld.nl'
export const READER = 'lezer@voorbeeld.nl'
export const STRANGER = 'redacteur.overijssel@voorbeeld.nl'
export const OTHERS = [
  null,
  READER,
  STRANGER,
  'beoordelaar.brabant@voorbeeld.nl',
  'lid.brabant@voorbeeld.nl',
  'moderator@voorbeeld.nl',
  'beheerder@voorbeeld.nl',
] as const

type Database = Pick<PrismaClient, 'user' | 'userSession' | 'region'>

export async function arrangePeople(db: Database) {
  await db.user.create({ data: { email: READER, name: 'Lezer' }, select: { id: true } })
  const { id: ownerId, memberships } = await db.user.findUniqueOrThrow({
    where: { email: OWNER },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  const { id: regionId } = await db.region.findUniqueOrThrow({
    where: { slug: 'midden-brabant' },
    select: { id: true },
  })
  const organisationId = memberships[0]?.organisationId
  if (organisationId === undefined) throw new Error(`${OWNER} belongs to no organisation`)
  return { ownerId, organisationId, regionId }
}

interface Session {
  writeSessionCookie: (
    token: { userId: string; sessionId: string },
    expiresAt: Date,
  ) => Promise<void>
}

/** Makes the next calls those of this person; null for a visitor. */
export const signInWith =
  (db: Database, session: Session) =>
  async (email: string | null): Promise<void> => {
    cookieJar.clear()
    if (email === null) return
    const { id: userId } = await db.user.findUniqueOrThrow({
      where: { email },
      select: { id: true },
    })
    const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) }
    const { id: sessionId } = await db.userSession.create({
      data: { userId, device: '', ...times },
      select: { id: true },
    })
    await session.writeSessionCookie({ userId, sessionId }, times.expiresAt)
  }
