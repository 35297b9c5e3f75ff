import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRegionChain } = await import('@/lib/monitor/chains/data')
const { chainState } = await import('@/lib/monitor/chains/rules')
const { together } = await import('@/lib/base/amounts/rules')
const { getGapBase } = await import('@/lib/monitor/gaps/data')
const { countFacets } = await import('@/lib/knowledge/search/data')
const { emptySelection } = await import('@/lib/knowledge/search/rules')
const { NO_WORDS } = await import('@/lib/base/words/rules')
const { listPeerTraits, listRegionSums } = await import('./data')
const { peersOf } = await import('./rules')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('listRegionSums', () => {
  it('says the same as the chain of each region, without what a larger region brings in', async () => {
    for (const year of [2026]) {
      const sums = await listRegionSums(year)
      for (const { slug, id } of await db.region.findMany({
        where: { type: { in: ['ser', 'labour_market', 'province'] } },
        select: { slug: true, id: true },
      })) {
        const row = sums.find(({ region }) => region.slug === slug)!
        const chain = (await getRegionChain(id, year))!
        const goals = chain.goals.filter(({ own }) => own)
        const measures = goals.flatMap((goal) => goal.measures)
        const ids = new Set(measures.map((measure) => measure.id))
        const money = chain.fundings.filter(
          ({ measureId, initiative }) => initiative !== null || ids.has(measureId ?? ''),
        )
        expect(row, `${slug} ${year}`).toMatchObject({
          goals: goals.length,
          measures: measures.length,
          verdicts: measures.filter(({ now }) => now?.current != null).length,
          streams: money.length,
          amounts: {
            known: money.filter(({ amountEuro }) => amountEuro !== null).length,
            euro: money.reduce((all, { amountEuro }) => all + (amountEuro ?? 0), 0),
          },
        })
        if (money.length === chain.fundings.length)
          expect(together(row.amounts), slug).toEqual(
            together(chainState(chain, `${year}-11-24`).amounts),
          )
        const { total, measured } = await countFacets(NO_WORDS, {
          ...emptySelection(),
          region: [slug],
        })
        expect([row.initiatives, row.measured]).toEqual([total, measured])
      }
    }
  })
})

describe('listPeerTraits', () => {
  it('knows how large a region is and what its initiatives are about, and finds regions that are alike', async () => {
    const traits = await listPeerTraits((await getGapBase()).counts)
    const own = traits.find(({ slug }) => slug === 'midden-brabant')!
    expect(own.municipalities).toBeGreaterThan(3)
    expect(own.counts.find(({ group }) => group === 'gwu')?.value).toBe(27_402)
    const [first] = peersOf(own, traits)
    expect(first!.reasons.length).toBeGreaterThan(1)
    expect(traits.find(({ slug }) => slug === 'ser-zeeland')).toMatchObject({
      municipalities: null,
      counts: [],
    })
  })
})
