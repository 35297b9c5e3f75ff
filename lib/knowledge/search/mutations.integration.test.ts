import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { refreshSearch } = await import('./mutations')

const MANY = 205

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('refreshSearch', () => {
  it('writes the evidence of all rows, however many there are', async () => {
    await db.$executeRaw`
      WITH made AS (
        INSERT INTO initiative (id, slug, organisation_id, first_published_at)
        SELECT gen_random_uuid(), 'veel-' || n, (SELECT id FROM organisation LIMIT 1), now()
        FROM generate_series(1, ${MANY}::int) n
        RETURNING id
      ), versions AS (
        INSERT INTO initiative_revision (id, initiative_id, number, status, title, published_at, updated_at)
        SELECT gen_random_uuid(), id, 1, 'published', 'Een van veel', now(), now()
        FROM made
      )
      SELECT 1`
    await db.$executeRaw`
      UPDATE initiative i SET published_revision_id = r.id
      FROM initiative_revision r
      WHERE r.initiative_id = i.id AND i.slug LIKE 'veel-%'`
    const rows = await db.initiative.findMany({
      where: { slug: { startsWith: 'veel-' } },
      select: { id: true },
    })
    const ids = rows.map(({ id }) => id)
    await db.$transaction((tx) => refreshSearch(tx, ids), { timeout: 60_000 })
    const where = { initiativeId: { in: ids } }
    expect(await db.initiativeSearch.count({ where })).toBe(MANY)
    expect(await db.initiativeSearch.count({ where: { ...where, direction: null } })).toBe(0)
  })
})
