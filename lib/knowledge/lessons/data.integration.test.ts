import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { totalLessons } from './rules'
import { LESSON_KINDS, type LessonChoice } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { countLessons, listLessons } = await import('./data')

const everything: LessonChoice = {
  kind: null,
  group: null,
  instrument: null,
  region: null,
  page: 1,
}
const total = async (choice: LessonChoice) => totalLessons(await countLessons(choice), null)

beforeAll(async () => {
  await db.$transaction([
    db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    db.$executeRawUnsafe(
      `UPDATE initiative_revision SET lifecycle = 'stopped', stop_reason = 'Het geld was op.' WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = 'voorschakeltraject-zorg')`,
    ),
    db.$executeRawUnsafe(
      `UPDATE initiative_search SET lifecycle = 'stopped' WHERE slug = 'voorschakeltraject-zorg'`,
    ),
    db.$executeRawUnsafe(`DELETE FROM adoption_checkin`),
    db.$executeRawUnsafe(`DELETE FROM adoption`),
    db.$executeRawUnsafe(`INSERT INTO adoption (id, initiative_id, organisation_id, status, goal, target_group_id, starts_on, stop_reason, stopped_on, updated_at)
      SELECT gen_random_uuid(), i.id, o.id, 'stopped', 'Doel', t.id, '2025-01-01', 'Er was geen terrein.', '2026-01-01', now()
      FROM initiative i, organisation o, term t WHERE i.slug = 'rangeerterrein' AND o.slug = 'secretariaat-ser-zeeland' AND t.vocabulary = 'target_group' ORDER BY t.slug LIMIT 1`),
    db.$executeRawUnsafe(
      `INSERT INTO adoption_checkin (adoption_id, month, result, lesson) SELECT id, 12, 'Tien mensen', 'Begin klein.' FROM adoption`,
    ),
  ])
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('lessons', () => {
  it('are all that published initiatives tell, and none of their obstacles or goals', async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count
      FROM initiative i
        JOIN revision_text_item x ON x.revision_id = i.published_revision_id
      WHERE x.kind IN (
          'success_factor',
          'lesson',
          'recommendation',
          'would_do_differently', 'scalability_limit'
        )
    `
    expect(await total(everything)).toBe(row!.count + 3)
    const all = await listLessons(everything, 1_000)
    expect(all).toHaveLength(row!.count + 3)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })

  it('come a page at a time, without one lost or told twice', async () => {
    const count = await total(everything)
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(count / 20) }, (_, index) =>
        listLessons({ ...everything, page: index + 1 }, 20),
      ),
    )
    expect(pages.flat().map(({ key }) => key)).toEqual(
      (await listLessons(everything, 1_000)).map(({ key }) => key),
    )
    expect(await listLessons({ ...everything, page: 9_999 }, 20)).toEqual([])
  })

  it.each(LESSON_KINDS)('of one kind are as many as were counted: %s', async (kind) => {
    const lessons = await listLessons({ ...everything, kind }, 1_000)
    expect(lessons).toHaveLength((await countLessons(everything))[kind])
    expect(lessons.every((lesson) => lesson.kind === kind)).toBe(true)
  })

  it('tell why something stopped, and what those who took it over found', async () => {
    expect(await listLessons({ ...everything, kind: 'stopped' }, 20)).toMatchObject([
      {
        text: 'Er was geen terrein.',
        initiative: { slug: 'rangeerterrein' },
        adopter: { organisation: 'SER Zeeland', months: null },
        regions: [{ slug: 'ser-zeeland' }],
      },
      { text: 'Het geld was op.', initiative: { slug: 'voorschakeltraject-zorg' }, adopter: null },
    ])
    expect(await listLessons({ ...everything, kind: 'adopted' }, 20)).toMatchObject([
      { text: 'Begin klein.', adopter: { months: 12 } },
    ])
  })

  it('of an adoption belong to the region that took it over, those of an initiative to its own', async () => {
    const inZeeland = await listLessons({ ...everything, region: 'ser-zeeland' }, 1_000)
    expect(inZeeland.filter(({ adopter }) => adopter !== null)).toHaveLength(2)
    const inBrabant = await listLessons({ ...everything, region: 'midden-brabant' }, 1_000)
    expect(inBrabant.length).toBeGreaterThan(0)
    expect(
      inBrabant.every(
        ({ adopter, initiative }) => adopter === null && initiative.slug === 'rangeerterrein',
      ),
    ).toBe(true)
    expect(await total({ ...everything, region: 'rijnmond' })).toBe(0)
  })

  it('follow a broader group and an instrument, and are counted alike', async () => {
    const row = await db.initiativeSearch.findFirstOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { targetGroups: true, instruments: true },
    })
    for (const filter of [
      ...row.targetGroups.map((group) => ({ group })),
      ...row.instruments.map((instrument) => ({ instrument })),
    ]) {
      const lessons = await listLessons({ ...everything, ...filter }, 1_000)
      expect(lessons.some(({ initiative }) => initiative.slug === 'rangeerterrein')).toBe(true)
      expect(lessons).toHaveLength(await total({ ...everything, ...filter }))
    }
  })
})
