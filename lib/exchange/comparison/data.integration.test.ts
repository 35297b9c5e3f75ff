import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listComparable } = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const ids = async () =>
  new Map(
    (
      await db.initiativeSearch.findMany({
        select: { slug: true, initiativeId: true },
        orderBy: { slug: 'asc' },
      })
    ).map(({ slug, initiativeId }) => [slug, initiativeId]),
  )
const alike = async (slug: string) => listComparable((await ids()).get(slug)!, 20)

describe('listComparable on the six examples', () => {
  it('never names the initiative itself and stands most alike first', async () => {
    for (const [slug, id] of await ids()) {
      const found = await listComparable(id, 20)
      expect(found.map((one) => one.slug)).not.toContain(slug)
      expect(found.map(({ similarity }) => similarity)).toEqual(
        found.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
      )
    }
  })

  it('finds two initiatives as alike from either side', async () => {
    const all = await ids()
    for (const [slug, id] of all) {
      for (const one of await listComparable(id, 20)) {
        const back = (await listComparable(all.get(one.slug)!, 20)).find(
          (other) => other.slug === slug,
        )
        expect(back?.similarity).toBeCloseTo(one.similarity)
      }
    }
  })

  it('finds the two that train newcomers to the labour market for sectors that are short of people closer than a network about neurodiversity', async () => {
    const found = await alike('switch-naar-techniek')
    const place = (slug: string) => found.findIndex((one) => one.slug === slug)
    expect(found[0]).toBeDefined()
    expect(place('voorschakeltraject-zorg')).toBeGreaterThanOrEqual(0)
    const network = place('werknemersnetwerk-neurodiversiteit')
    if (network >= 0) expect(place('voorschakeltraject-zorg')).toBeLessThan(network)
  })

  it('says what is shared', async () => {
    const [first] = await alike('switch-naar-techniek')
    expect(first!.likeness.shared.length).toBeGreaterThan(0)
    for (const { slugs } of first!.likeness.shared) expect(slugs.length).toBeGreaterThan(0)
  })

  it('finds nothing for what is not published', async () => {
    expect(await listComparable('00000000-0000-7000-8000-000000000000', 4)).toEqual([])
  })

  it('looks through the index on the tags', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN
        SELECT initiative_id
        FROM initiative_search s
        WHERE s.tags && ARRAY[1, 2]
      `
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('initiative_search_tags_idx')
  })
})
