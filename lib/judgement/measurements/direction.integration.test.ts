import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { NO_WORDS } from '@/lib/base/words/rules'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { countEvidence, countFacets, countWithoutGain, findInitiatives } =
  await import('@/lib/knowledge/search/data')
const { fillDirections } = await import('@/lib/knowledge/search/mutations')
const { emptySelection } = await import('@/lib/knowledge/search/rules')
const { saveIndicator, saveMeasurement } = await import('./mutations')
const { indicatorSchema, measurementSchema } = await import('./schema')

const HARMS = 'voorschakeltraject-zorg'
const HELPS = 'switch-naar-techniek'
const NULL = 'rangeerterrein'
const MIXED = 'snellere-start-sterkere-toekomst'
let actorId: string

const hits = (change: Partial<Parameters<typeof findInitiatives>[0]> = {}) =>
  findInitiatives({
    words: NO_WORDS,
    selection: emptySelection(),
    page: 1,
    pageSize: 100,
    ...change,
  })
const hitOf = async (slug: string) => (await hits()).find((hit) => hit.slug === slug)

async function measure(
  slug: string,
  numerators: readonly (readonly [reached: string, without: string])[],
) {
  const { id: initiativeId } = await db.initiative.findUniqueOrThrow({
    where: { slug },
    select: { id: true },
  })
  for (const [numerator, comparisonNumerator] of numerators) {
    const indicatorId = randomUUID()
    await saveIndicator({
      indicator: indicatorSchema.parse({
        initiativeId,
        indicatorId,
        indicatorLabel: 'Aan het werk',
        unit: 'personen',
        resultType: 'outcome',
      }),
      actorId,
    })
    await saveMeasurement({
      measurement: measurementSchema('2026-11-24').parse({
        initiativeId,
        measurementId: randomUUID(),
        measuredIndicatorId: indicatorId,
        measuredOn: '2026-10-01',
        numerator,
        n: '1000',
        design: 'experiment',
        comparisonNumerator,
        comparisonN: '1000',
        comparisonDescription: 'Wachtlijst',
        measurementSource: 'Telling',
      }),
      actorId,
    })
  }
}

beforeAll(async () => {
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.noord@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
  await measure(HARMS, [['400', '700']])
  await measure(HELPS, [['700', '400']])
  await measure(NULL, [['500', '500']])
  await measure(MIXED, [
    ['700', '400'],
    ['400', '700'],
  ])
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the direction of evidence', () => {
  it('is kept beside the level in the transaction of the measurement, with its size in people', async () => {
    expect(await hitOf(HARMS)).toMatchObject({
      rank: 4,
      direction: 'harms',
      size: { label: 'Aan het werk', n: 1000, reached: 400, without: 700 },
    })
    expect(await hitOf(HELPS)).toMatchObject({ direction: 'helps' })
    expect(await hitOf(NULL)).toMatchObject({ direction: 'noDifference' })
    expect(await hitOf(MIXED)).toMatchObject({ direction: 'mixed', size: null })
  })

  it('orders by what helps: harm and no difference come after all that is unknown', async () => {
    const slugs = (await hits({ sort: 'helps' })).map(({ slug }) => slug)
    expect(slugs[0]).toBe(HELPS)
    expect(slugs[1]).toBe(MIXED)
    expect(slugs.slice(-2)).toEqual([NULL, HARMS])
  })

  it('puts harm after the rest of what is equally sure, never on top of it', async () => {
    const found = await hits({ sort: 'evidence' })
    expect(found.map(({ rank }) => rank)).toEqual(
      found.map(({ rank }) => rank).toSorted((a, b) => b - a),
    )
    expect(found.slice(0, 4).map(({ slug }) => slug)).toEqual([HELPS, MIXED, NULL, HARMS])
  })

  it('is a filter, and its counts add up to all', async () => {
    const selection = { ...emptySelection(), direction: ['schaadt', 'geen-verschil'] }
    expect((await hits({ selection })).map(({ slug }) => slug).toSorted()).toEqual([NULL, HARMS])
    const { total, values } = await countFacets(NO_WORDS, emptySelection())
    const counts = Object.values(values.direction ?? {})
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    const spread = await countEvidence(emptySelection())
    expect(spread.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    expect(spread).toContainEqual({ rank: 4, direction: 'harms', count: 1 })
    const stopped = await db.initiativeSearch.count({ where: { lifecycle: 'stopped' } })
    expect(await countWithoutGain()).toBe(2 + stopped)
  })

  it('is refused by the database under another name', async () => {
    await expect(
      db.$executeRaw`UPDATE initiative_search SET direction = 'geweldig'`,
    ).rejects.toThrow(/initiative_search_direction/)
  })

  it('is filled where an older version kept none, once', async () => {
    await db.$executeRaw`UPDATE initiative_search SET direction = NULL, effect = NULL`
    expect(await hitOf(HARMS)).toMatchObject({ direction: 'unclear', size: null })
    const filled = await db.$transaction((tx) => fillDirections(tx))
    expect(filled).toBe((await hits()).length)
    expect(await hitOf(HARMS)).toMatchObject({ direction: 'harms', size: { reached: 400 } })
    expect(await db.$transaction((tx) => fillDirections(tx))).toBe(0)
  })
})
