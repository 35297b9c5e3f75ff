import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const SECRET = 'a secret of the test, long enough for it'
const jar = new Map<string, string>()

vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      has: (name: string) => jar.has(name),
      set: (name: string, value: string) =>
        value === '' ? jar.delete(name) : jar.set(name, value),
    }),
  headers: () =>
    Promise.resolve(
      new Headers({
        'x-forwarded-for': '10.0.0.1, 192.0.2.7',
        'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/145.0',
      }),
    ),
}))

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = SECRET
const { db } = await import('@/lib/base/db/db')
const session = await import('./session')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let userId: string
let sessionId: string
const HOUR = 3_600_000

beforeEach(async () => {
  jar.clear()
  userId = (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Willemijn de Boer' },
    })
  ).id
  const times = {
    lastSeenAt: new Date(Date.now() - 5 * 60_000),
    expiresAt: new Date(Date.now() + HOUR),
  }
  sessionId = (await db.userSession.create({ data: { userId, device: '', ...times } })).id
})

const signIn = () => session.writeSessionCookie({ userId, sessionId }, new Date(Date.now() + HOUR))
const present = (value: string) => jar.set(session.SESSION_COOKIE, value)
const token = (content: Record<string, unknown>, secret = SECRET, maxAge = 60) =>
  encode({ token: content, secret, maxAge })

describe('the session of a request', () => {
  it('is read from the cookie and the database, and noted as used', async () => {
    await signIn()
    expect(await session.currentSession()).toMatchObject({
      sessionId,
      actor: { userId, name: 'Willemijn de Boer' },
    })
    const { lastSeenAt } = await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(4 * 60_000)
  })

  it('does not exist without a cookie, and the cookie goes away on leaving', async () => {
    expect(await session.currentActor()).toBeNull()
    await expect(session.requireActor()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await signIn()
    expect(await session.hasSessionCookie()).toBe(true)
    await session.clearSessionCookie()
    expect(await session.hasSessionCookie()).toBe(false)
  })

  it('does not exist for a forged, damaged, expired or foreign token', async () => {
    const ids = { userId, sessionId }
    for (const value of [
      'nonsense',
      'a.b.c',
      'a.b.c.d.e',
      `${await token(ids)}x`,
      await token(ids, 'another secret that is just as long'),
      await token(ids, SECRET, -60),
      await token({ userId }),
      await token({ ...ids, sessionId: 'x' }),
      await token({ userId: randomUUID(), sessionId }),
      await token({ sub: userId }),
    ]) {
      present(value)
      expect(await session.currentActor()).toBeNull()
    }
  })

  it('ends at the next request when the row is revoked, whatever the token says', async () => {
    await signIn()
    expect(await session.currentActor()).not.toBeNull()
    await db.userSession.update({ where: { id: sessionId }, data: { revokedAt: new Date() } })
    expect(await session.currentActor()).toBeNull()
  })

  it('ends at the next request when the account is disabled, and stays so when it is enabled again', async () => {
    await signIn()
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await session.currentActor()).toBeNull()
    await db.user.update({ where: { id: userId }, data: { disabledAt: null } })
    expect(await session.currentActor()).toBeNull()
  })

  it('knows memberships, platform roles and the whole family of regions as they are now', async () => {
    await signIn()
    const region = (type: 'ser' | 'province' | 'labour_market', name: string) =>
      db.region.create({
        data: { code: `${name}-${randomUUID()}`, type, name, slug: `${name}-${randomUUID()}` },
      })
    const [ser, province, market] = [
      await region('ser', 'ser'),
      await region('province', 'provincie'),
      await region('labour_market', 'regio'),
    ]
    await db.regionLink.createMany({
      data: [
        { childId: province.id, parentId: ser.id, validFromYear: 2026 },
        { childId: market.id, parentId: province.id, validFromYear: 2026 },
      ],
    })
    const organisation = await db.organisation.create({
      data: { slug: randomUUID(), name: 'Secretariaat', kind: 'ser_secretariat', regionId: ser.id },
    })
    await db.membership.create({
      data: { userId, organisationId: organisation.id, role: 'editor' },
    })
    await db.platformRole.create({ data: { userId, role: 'moderator' } })
    const actor = await session.requireActor()
    expect(actor.memberships).toEqual([
      {
        organisationId: organisation.id,
        organisationName: 'Secretariaat',
        role: 'editor',
        regionId: ser.id,
      },
    ])
    expect(actor.platformRoles).toEqual(['moderator'])
    expect(new Set(actor.regionIds)).toEqual(new Set([ser.id, province.id, market.id]))
    await db.membership.deleteMany({ where: { userId } })
    expect(await session.requireActor()).toMatchObject({ memberships: [], regionIds: [] })
  })
})

describe('a request', () => {
  it('tells its network as the nearest proxy saw it, and its device', async () => {
    expect(await session.requestClient()).toEqual({
      network: '192.0.2.7',
      device: 'Firefox, Linux',
    })
  })
})

describe('a device', () => {
  const signInCookie = (id = userId, sessionVersion = 0) =>
    session.writeDeviceCookie({ userId: id, sessionVersion })

  it('is unknown until someone signs in, and then known for that account', async () => {
    expect(await session.knownDevices()).toEqual([])
    await signInCookie()
    expect(await session.knownDevices()).toMatchObject([{ userId, version: 0 }])
  })

  it('keeps its name at the next sign-in, beside that of others who share it', async () => {
    await signInCookie()
    const [first] = await session.knownDevices()
    const other = randomUUID()
    await signInCookie(other)
    await signInCookie(userId, 2)
    expect(await session.knownDevices()).toMatchObject([
      { userId, version: 2, deviceId: first?.deviceId },
      { userId: other },
    ])
  })

  it('is not known by a cookie that was made up or changed', async () => {
    await signInCookie()
    const value = jar.get(session.DEVICE_COOKIE) ?? ''
    const [payload = '', signature = ''] = value.split('.')
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace(userId, randomUUID()),
    ).toString('base64url')
    for (const broken of [
      '',
      '~~~',
      'x'.repeat(5_000),
      `${forged}.${signature}`,
      value.slice(0, -2),
    ]) {
      jar.set(session.DEVICE_COOKIE, broken)
      expect(await session.knownDevices()).toEqual([])
    }
  })
})
