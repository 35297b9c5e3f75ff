import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { saveCounts } from '@/server/usage-counter'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getFirstDay, listKinds, listMonths, listMonthsOf, listPages } = await import('./data')

const save = saveCounts(database.url)
const count = (day: string, object: string, views: number, kind = 'initiative') => ({
  day,
  kind,
  object,
  views,
})

beforeEach(async () => {
  await db.usageCount.deleteMany()
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('readings', () => {
  it('are known since the first day that was counted', async () => {
    expect(await getFirstDay()).toBeNull()
    await save([count('2026-10-02', 'a', 1), count('2026-09-30', 'b', 1)])
    expect(await getFirstDay()).toBe('2026-09-30')
  })

  it('of several processes at the same time add up', async () => {
    const batch = Array.from({ length: 40 }, (_, n) => count('2026-10-01', `p${n}`, 1))
    await Promise.all([save(batch), save(batch.toReversed()), save(batch)])
    expect(await listMonths('2026-10-01')).toEqual([{ month: '2026-10-01', views: 120 }])
  })

  it('are told per month, kind and page, by the names of now', async () => {
    await save([
      count('2026-09-30', 'rangeerterrein', 2),
      count('2026-10-01', 'rangeerterrein', 3),
      count('2026-10-31', 'rangeerterrein', 4),
      count('2026-11-01', 'rangeerterrein', 50),
      count('2026-10-02', 'is-weg', 1),
      count('2026-10-02', 'statushouders', 2, 'target-group'),
      count('2026-10-02', '', 9, 'home'),
    ])
    expect(
      await listMonthsOf({ kind: 'initiative', object: 'rangeerterrein' }, '2026-10-01'),
    ).toEqual([
      { month: '2026-10-01', views: 7 },
      { month: '2026-11-01', views: 50 },
    ])
    expect(await listKinds('2026-10-01')).toEqual([
      { kind: 'home', views: 9 },
      { kind: 'initiative', views: 8 },
      { kind: 'target-group', views: 2 },
    ])
    const { title } = await db.initiativeRevision.findFirstOrThrow({
      where: { publishedAs: { slug: 'rangeerterrein' } },
    })
    const { labelNl } = await db.term.findFirstOrThrow({
      where: { slug: 'statushouders', vocabulary: 'target_group' },
    })
    const pages = await listPages('2026-10-01')
    expect(pages.map(({ object, name, views }) => [object, name, views])).toEqual([
      ['', null, 9],
      ['rangeerterrein', title, 7],
      ['statushouders', labelNl, 2],
      ['is-weg', null, 1],
    ])
    expect(await listPages('2026-10-01', 1)).toHaveLength(1)
    expect(await listPages('2026-10-01', null)).toHaveLength(4)
  })
})
