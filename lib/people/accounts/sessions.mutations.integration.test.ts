import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { createAccount } from '@/lib/base/testing/account'
import { signInSteps } from '@/lib/base/testing/sign-in'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const signInMutations = await import('./sign-in.mutations')
const sessionsMutations = await import('./sessions.mutations')
const reads = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string
let network: string

const { attempt, lastAudit, save, session, signIn } = signInSteps(
  db,
  { ...signInMutations, ...reads },
  () => ({ email, userId, network }),
)

beforeEach(async () => {
  ;({ email, userId } = await createAccount(db))
  network = randomUUID()
})

describe('a session', () => {
  it('is closed to other people and after its end, idle time or disabling', async () => {
    const { sessionId, expiresAt } = await signIn()
    const later = (ms: number) => new Date(Date.now() + ms)
    expect(await reads.getSession(sessionId, randomUUID(), new Date())).toBeNull()
    expect(await session(randomUUID())).toBeNull()
    expect(await session(sessionId, later(59 * 60_000))).not.toBeNull()
    expect(await session(sessionId, later(60 * 60_000 + 1_000))).toBeNull()
    await sessionsMutations.saveSessionSeen(sessionId, later(11.9 * 3_600_000))
    expect(await session(sessionId, later(11.95 * 3_600_000))).not.toBeNull()
    expect(await session(sessionId, expiresAt)).toBeNull()
    await save({ disabledAt: new Date() })
    expect(await session(sessionId)).toBeNull()
  })

  it('stays ended when a disabled account is enabled again, by whatever means it was disabled', async () => {
    const before = await signIn()
    await db.$executeRaw`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}::uuid`
    expect(await attempt()).toEqual({ status: 'refused' })
    await db.$executeRaw`UPDATE app_user SET disabled_at = NULL WHERE id = ${userId}::uuid`
    expect(await session(before.sessionId)).toBeNull()
    const after = await signIn()
    expect(await session(after.sessionId)).not.toBeNull()
    expect(after.sessionVersion).toBe(before.sessionVersion + 2)
  })

  it('is noted as used, forward only and never after its end', async () => {
    const { sessionId } = await signIn()
    const soon = new Date(Date.now() + 120_000)
    await sessionsMutations.saveSessionSeen(sessionId, soon)
    await sessionsMutations.saveSessionSeen(sessionId, new Date())
    expect((await session(sessionId))?.lastSeenAt).toEqual(soon)
    await sessionsMutations.revokeSession(userId, sessionId)
    await sessionsMutations.saveSessionSeen(sessionId, new Date(soon.getTime() + 1))
    expect(
      (await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt,
    ).toEqual(soon)
  })

  it('ends when it is revoked, alone, and only by its owner', async () => {
    const [first, second] = [await signIn(), await signIn()]
    expect(await sessionsMutations.revokeSession(randomUUID(), first.sessionId)).toBe(false)
    expect(await session(first.sessionId)).not.toBeNull()
    expect(await sessionsMutations.revokeSession(userId, first.sessionId)).toBe(true)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).not.toBeNull()
    expect(await sessionsMutations.revokeSession(userId, first.sessionId)).toBe(false)
    expect(
      await db.auditEvent.count({ where: { action: 'session.revoke', objectId: first.sessionId } }),
    ).toBe(1)
    expect(await reads.listSessions(userId, second.sessionId, new Date())).toMatchObject([
      { id: second.sessionId, isCurrent: true, device: 'Firefox, Linux' },
    ])
  })

  it('ends with all others on signing out everywhere, and nobody else is signed out', async () => {
    const [first, second] = [await signIn(), await signIn()]
    const stranger = await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Ander' },
    })
    const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 60_000), device: '' }
    const theirs = await db.userSession.create({ data: { userId: stranger.id, ...times } })
    expect(await sessionsMutations.revokeAllSessions(userId)).toBe(2)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).toBeNull()
    expect(await reads.getSession(theirs.id, stranger.id, new Date())).not.toBeNull()
    expect(await lastAudit('session.revokeAll')).toMatchObject({
      actorId: userId,
      detail: { ended: 2 },
    })
  })
})
