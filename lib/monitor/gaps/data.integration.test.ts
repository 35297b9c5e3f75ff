import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getGapBase } = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('getGapBase', () => {
  it('counts the same as reading every published initiative one by one', async () => {
    const base = await getGapBase()
    const slugs = new Set(base.regions.map(({ slug }) => slug))
    const rows = await db.initiativeSearch.findMany({
      select: { targetGroups: true, regions: true, revisionId: true },
    })
    const own = new Map<string, number>()
    const wider = new Map<string, number>()
    const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
    for (const row of rows) {
      const named = await db.revisionRegion.findMany({
        where: { revisionId: row.revisionId },
        select: { region: { select: { slug: true } } },
      })
      for (const group of ['', ...row.targetGroups]) {
        for (const slug of row.regions) if (slugs.has(slug)) add(own, `${group} ${slug}`)
        for (const region of base.regions) {
          const above = named.some(
            ({ region: { slug } }) => region.around.includes(slug) || slug === 'nederland',
          )
          if (above && !row.regions.includes(region.slug)) add(wider, `${group} ${region.slug}`)
        }
      }
    }
    const asMap = (list: typeof base.wider) =>
      new Map(list.map(({ group, region, initiatives }) => [`${group} ${region}`, initiatives]))
    expect(asMap(base.acting)).toEqual(own)
    expect(asMap(base.wider)).toEqual(wider)
    expect(wider.size).toBeGreaterThan(0)
  })

  it('holds what the report printed, by who counted, and no share of people', async () => {
    const { counts } = await getGapBase()
    const at = (group: string, region: string) =>
      counts
        .filter((count) => count.group === group && count.region.slug === region)
        .map(({ counter, value }) => [counter, value])
    expect(at('gwu', 'twente')).toEqual([['uwv', 37_145]])
    expect(at('cbs-onbenut-arbeidspotentieel', 'provincie-overijssel')).toEqual([['cbs', 76_000]])
    expect(counts.every(({ unit }) => unit === 'personen')).toBe(true)
    expect(at('mantelzorgers', 'ggd-twente')).toEqual([])
  })

  it('takes a later figure that was read in over the printed one, and none that is held back', async () => {
    const { id: sourceId } = await db.statisticalSource.findUniqueOrThrow({
      where: { slug: 'uwv-gwu-2024' },
    })
    const indicator = await db.statIndicator.findUniqueOrThrow({ where: { slug: 'gwu-personen' } })
    const dataset = await db.statDataset.create({
      data: { slug: 'proef-gwu', title: 'Proef', kind: 'file', sourceId, mapping: {} },
    })
    for (const [slug, value, status] of [
      ['twente', 36_000, 'final'],
      ['friesland', null, 'withheld'],
    ] as const) {
      const region = await db.region.findUniqueOrThrow({ where: { slug } })
      const series = await db.statSeries.create({
        data: { datasetId: dataset.id, indicatorId: indicator.id, regionId: region.id },
      })
      await db.statCell.create({
        data: {
          seriesId: series.id,
          period: 2025_212,
          value,
          status,
          attribute: value === null ? 'Confidential' : null,
          vintageFrom: new Date(),
        },
      })
    }
    const { counts } = await getGapBase()
    const of = (slug: string) =>
      counts.find((count) => count.group === 'gwu' && count.region.slug === slug)
    expect(of('twente')).toMatchObject({ value: 36_000, periodCode: '2025MM12', counter: 'uwv' })
    expect(of('friesland')?.value).toBe(41_407)
  })
})
