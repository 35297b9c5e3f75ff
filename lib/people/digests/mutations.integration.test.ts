import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { sendDigests } = await import('./mutations')
const { stopMail } = await import('@/lib/people/messages/wishes.mutations')

const monday = new Date('2026-11-23T06:00:00Z')
const nextMonday = new Date('2026-11-30T06:00:00Z')
const WEEKLY = [
  { kind: 'digest', mode: 'weekly' as const },
  { kind: 'followed-news', mode: 'weekly' as const },
]
const ids: string[] = []
const digestsOf = (recipientId: string) =>
  db.mail.findMany({
    where: { recipientId, kind: 'digest' },
    select: { key: true, subject: true, text: true },
    orderBy: { key: 'asc' },
  })
const news = (userId: string, key: string, createdAt = monday) =>
  db.notification.create({
    data: {
      userId,
      kind: 'initiative-updated',
      key,
      title: `Nieuws ${key}`,
      path: `/initiatieven/${key}`,
      createdAt,
    },
    select: { id: true },
  })

beforeAll(async () => {
  for (let n = 0; n < 4; n += 1) {
    const { id } = await db.user.create({
      data: {
        email: `volger-${String(n)}@voorbeeld.nl`,
        name: 'Volger',
        mailWishes: n === 3 ? {} : { create: WEEKLY },
      },
      select: { id: true },
    })
    ids.push(id)
  }
  for (let n = 0; n < 7; n += 1) await news(ids[0]!, `a${String(n)}`)
  await news(ids[3]!, 'ongevraagd')
  await news(ids[1]!, 'oud', new Date('2026-11-01T00:00:00Z'))
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('sendDigests', () => {
  it('mails at most five things to who asked for it, and nothing to who has nothing to do', async () => {
    expect(await sendDigests(monday)).toBe(1)
    const [digest] = await digestsOf(ids[0]!)
    expect(digest).toMatchObject({ key: '2026-W48', subject: '5 nieuwe berichten deze week' })
    expect(digest?.text.match(/\/initiatieven\/a\d/g)).toHaveLength(5)
    expect(digest?.text).toMatch(/nog 2 dingen[^\n]*\n\S+\/werkplek\/berichten/)
    expect(await digestsOf(ids[1]!)).toEqual([])
    expect(await digestsOf(ids[3]!)).toEqual([])
  })

  it('goes out once a week, also when two start at once or the work begins again after a crash', async () => {
    expect(await Promise.all([sendDigests(monday), sendDigests(monday)])).toEqual([0, 0])
    await news(ids[2]!, 'b')
    await db.digest.deleteMany({ where: { userId: ids[2]! } })
    await news(ids[0]!, 'later')
    expect(await sendDigests(monday)).toBe(1)
    expect(await digestsOf(ids[0]!)).toHaveLength(1)
    expect(await digestsOf(ids[2]!)).toHaveLength(1)
    await news(ids[2]!, 'c', nextMonday)
    expect(await sendDigests(nextMonday)).toBe(1)
    expect((await digestsOf(ids[2]!)).map(({ key }) => key)).toEqual(['2026-W48', '2026-W49'])
  })

  it('names first what waits on the person: decisions for a moderator, returned work for an editor', async () => {
    const moderator = await db.user.findUniqueOrThrow({
      where: { email: 'moderator@voorbeeld.nl' },
      select: { id: true },
    })
    await db.mailWish.createMany({
      data: WEEKLY.map((wish) => ({ userId: moderator.id, ...wish })),
    })
    await news(moderator.id, 'nieuws')
    await sendDigests(monday)
    const [digest] = await digestsOf(moderator.id)
    expect(digest?.text.indexOf('Lees en beslis')).toBeGreaterThan(0)
    expect(digest?.text.indexOf('Lees en beslis')).toBeLessThan(
      digest!.text.indexOf('Lees wat er nieuw is'),
    )
    expect(digest?.text).toMatch(/\/werkplek\/redactie\/[0-9a-f-]{36}/)
  })

  it('holds the kinds that someone chose weekly, without the rest, until they stop the digest', async () => {
    const { id } = await db.user.create({
      data: {
        email: 'weekkiezer@voorbeeld.nl',
        name: 'Weekkiezer',
        mailWishes: { create: { kind: 'question-answered', mode: 'weekly' } },
      },
      select: { id: true },
    })
    await news(id, 'nieuws-dat-niemand-vroeg')
    expect(await sendDigests(monday)).toBe(0)
    await db.digest.deleteMany({ where: { userId: id } })
    await db.notification.create({
      data: {
        userId: id,
        kind: 'adoption-answered',
        key: 'antwoord',
        title: 'Antwoord',
        path: '/werkplek/overnames/a',
        createdAt: monday,
      },
      select: { id: true },
    })
    expect(await sendDigests(monday)).toBe(1)
    const [digest] = await digestsOf(id)
    expect(digest).toMatchObject({ subject: 'Eén nieuw bericht deze week' })
    expect(digest?.text).toContain('/werkplek/overnames/a')
    expect(digest?.text).not.toContain('nieuws-dat-niemand-vroeg')
    await stopMail(id, 'digest')
    await db.digest.deleteMany({ where: { userId: id } })
    await sendDigests(nextMonday)
    expect(await db.digest.count({ where: { userId: id } })).toBe(0)
  })

  it(
    'is mailed once to each of hundreds when the process is killed midway and started again',
    { timeout: 120_000 },
    async () => {
      const people = 1_000
      const start = () =>
        spawn(
          process.execPath,
          [
            'node_modules/tsx/dist/cli.mjs',
            'bench/digests.ts',
            String(people),
            monday.toISOString(),
          ],
          {
            env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
            stdio: 'ignore',
            detached: true,
          },
        )
      const made = () =>
        db.digest.count({ where: { user: { email: { endsWith: '@bench.voorbeeld.nl' } } } })
      const first = start()
      await expect.poll(made, { timeout: 60_000, interval: 1 }).toBeGreaterThan(0)
      process.kill(-first.pid!, 'SIGKILL')
      const halfway = await made()
      expect(halfway).toBeLessThan(people)
      const second = start()
      expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
      expect(await made()).toBe(people)
      const mails = await db.mail.groupBy({
        by: ['recipientId'],
        where: { kind: 'digest', recipient: { email: { endsWith: '@bench.voorbeeld.nl' } } },
        _count: true,
        orderBy: { recipientId: 'asc' },
      })
      expect(mails).toHaveLength(people)
      expect(mails.every(({ _count }) => _count === 1)).toBe(true)
    },
  )

  it('is refused by the database for a sixth thing and a week that does not exist', async () => {
    await expect(
      db.digest.create({ data: { userId: ids[3]!, week: '2026-W01', items: 6 } }),
    ).rejects.toThrow(/digest_items/)
    await expect(
      db.digest.create({ data: { userId: ids[3]!, week: '2026-W54', items: 1 } }),
    ).rejects.toThrow(/digest_week/)
  })
})
