import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { answerIdea, readWithAlike } = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const IDEA =
  'Wij willen statushouders een vak leren op een oud rangeerterrein. Zij krijgen een jobcoach. Het begint in Tilburg.'
const alikeIn = async (text: string) => (await readWithAlike(text)).alike

describe('an idea', () => {
  it('gets what shares its terms, its rare words or a word and its region, each with why', async () => {
    const alike = await alikeIn(IDEA)
    const switched = alike.find(({ slug }) => slug === 'switch-naar-techniek')
    expect(switched?.sharedTerms.map(({ slug }) => slug)).toContain('statushouders')
    const yard = alike.find(({ slug }) => slug === 'rangeerterrein')
    expect(yard).toMatchObject({ near: true, evidence: { direction: 'notCompared' } })
    expect(yard?.sharedWords).toContain('rangeerterrein')
  })

  it('names what stopped in the same place as before it stopped', async () => {
    const before = await alikeIn(IDEA)
    await db.initiativeSearch.updateMany({
      where: { slug: 'switch-naar-techniek' },
      data: { lifecycle: 'stopped', evidenceRank: 0 },
    })
    const after = await alikeIn(IDEA)
    expect(after.map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug))
    expect(after.find(({ slug }) => slug === 'switch-naar-techniek')?.lifecycle).toBe('stopped')
  })

  it('gets lessons and obstacles of the lookalikes, and says what nobody knows', async () => {
    const { lessons, obstacles, unknown, alike } = await answerIdea(IDEA)
    expect(lessons.map(({ reason }) => reason.kind)).toContain('alike')
    expect(new Set(lessons.map(({ lesson }) => lesson.initiative.slug)).size).toBeGreaterThan(1)
    expect(obstacles.length).toBeGreaterThan(0)
    expect(unknown).toContainEqual({
      kind: 'notCompared',
      count: alike.length,
      total: alike.length,
    })
  })

  it('gets open calls and questions with a reason only', async () => {
    const { id: organisationId } = await db.organisation.findFirstOrThrow({
      orderBy: { slug: 'asc' },
    })
    const here = await db.region.findFirstOrThrow({ where: { slug: 'midden-brabant' } })
    const call = (slug: string, title: string, region: string) =>
      db.call.create({
        data: {
          slug,
          title,
          text: 'Wie weet het?',
          organisationId,
          regionId: region,
          openUntil: new Date('2099-01-01'),
        },
      })
    await call('in-tilburg', 'Wie doet mee?', here.id)
    const elsewhere = await db.region.findFirstOrThrow({ where: { slug: 'drenthe' } })
    await call('elders', 'Wie doet mee?', elsewhere.id)
    await call('elders-gelijk', 'Een oud rangeerterrein voor statushouders', elsewhere.id)
    const { calls } = await answerIdea(IDEA)
    expect(calls.map(({ call: { slug }, reason }) => [slug, reason.kind])).toEqual(
      expect.arrayContaining([
        ['in-tilburg', 'region'],
        ['elders-gelijk', 'words'],
      ]),
    )
    expect(calls).toHaveLength(2)
  })

  it('that resembles nothing gets no lookalikes, and says that the group is unknown', async () => {
    const answer = await answerIdea('Quasar pulsar nevel komeet xylofoon')
    expect(answer).toMatchObject({ alike: [], lessons: [], obstacles: [], calls: [] })
    expect(answer.unknown).toEqual([{ kind: 'noGroup' }])
  })
})
