import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRound, listWriters } = await import('./data')
const { saveRound } = await import('./mutations')
const { remindRounds } = await import('./reminders.mutations')

let regionId: string
let editor: string
let colleague: string
let stranger: string
const measures: string[] = []

const person = async (name: string, organisationId: string | null) => {
  const { id } = await db.user.create({
    data: { email: `${name}@ronde.example`, name },
    select: { id: true },
  })
  if (organisationId !== null)
    await db.membership.create({ data: { userId: id, organisationId, role: 'editor' } })
  return id
}

beforeAll(async () => {
  const region = await db.region.findFirstOrThrow({
    where: { type: 'labour_market', organisations: { none: {} } },
  })
  regionId = region.id
  const organisation = await db.organisation.create({
    data: { slug: 'ronde', name: 'Ronde', kind: 'regional_board', regionId },
  })
  editor = await person('redacteur', organisation.id)
  colleague = await person('collega', organisation.id)
  stranger = await person('vreemde', null)
  const goal = await db.policyGoal.create({
    data: { slug: randomUUID(), title: 'Doel', regionId },
  })
  for (const title of ['Een', 'Twee'])
    measures.push(
      (await db.policyMeasure.create({ data: { slug: randomUUID(), title, goalId: goal.id } })).id,
    )
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const round = (over: object = {}) => ({
  regionId,
  year: 2026,
  version: 0,
  expectationsOn: '2025-12-15',
  valuesOn: '2027-01-31',
  verdictsOn: '2027-02-28',
  councilOn: '2027-03-31',
  writers: [{ measure: measures[0]!, writer: colleague }],
  actorId: editor,
  ...over,
})
const told = async () =>
  (
    await db.notification.findMany({
      where: { kind: 'round-due' },
      select: { userId: true, key: true },
      orderBy: { key: 'asc' },
    })
  ).map(
    ({ userId, key }) => `${userId === editor ? 'editor' : 'colleague'} ${key.split(':').at(-1)}`,
  )

describe('the calendar of a round', () => {
  it('takes writers of the own region and measures alone, and one of two who save at once', async () => {
    const wrong = { writers: [{ measure: measures[0]!, writer: stranger }] }
    expect(await saveRound(round(wrong))).toBe('unknown')
    const both = await Promise.all([saveRound(round()), saveRound(round())])
    expect(both.toSorted()).toEqual(['conflict', null])
    const stored = await getRound(regionId, 2026)
    expect(stored).toMatchObject({ version: 1, days: { verdicts: '2027-02-28' } })
    expect(await listWriters(stored!.id)).toEqual(new Map([[measures[0], colleague]]))
  })

  it('tells who writes two weeks before and on the day, once, and nobody else', async () => {
    expect(await remindRounds(new Date('2025-11-30T08:00:00Z'))).toBe(0)
    const before = new Date('2025-12-02T08:00:00Z')
    expect(await remindRounds(before)).toBe(2)
    expect(await remindRounds(before)).toBe(0)
    // The colleague writes about one measure; of the other both hear as editors of the region.
    expect(await told()).toEqual(expect.arrayContaining(['colleague before', 'editor before']))
    expect(await remindRounds(new Date('2025-12-15T08:00:00Z'))).toBe(2)
    expect(await told()).toHaveLength(4)
    const mails = await db.mail.findMany({ where: { kind: 'verdict-due' } })
    expect(mails.length).toBeGreaterThan(0)
    expect(mails[0]?.text ?? '').toContain('Dit mist nog bij')
  })

  it('is silent about what is done', async () => {
    await db.notification.deleteMany({ where: { kind: 'round-due' } })
    for (const measureId of measures)
      await db.policyExpectation.create({
        data: {
          measureId,
          year: 2026,
          text: 'Honderd mensen',
          signedAt: new Date('2025-12-01T12:00:00Z'),
        },
      })
    expect(await remindRounds(new Date('2025-12-15T08:00:00Z'))).toBe(0)
  })

  it('tells the editors when who writes may not any more, and goes on without who left', async () => {
    await db.user.update({ where: { id: colleague }, data: { disabledAt: new Date() } })
    await remindRounds(new Date('2027-02-28T08:00:00Z'))
    const mail = await db.mail.findMany({ where: { kind: 'verdict-due', recipientId: editor } })
    expect(mail.some(({ text }) => text.includes('- Een') && text.includes('- Twee'))).toBe(true)
    await db.user.delete({ where: { id: colleague } })
    const stored = await getRound(regionId, 2026)
    expect((await listWriters(stored!.id)).size).toBe(0)
  })
})
