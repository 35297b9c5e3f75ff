import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listCaveats, listFigureChecks } = await import('./data')
const { getIndicatorAsSeen } = await import('./as-seen.data')
const { periodCode } = await import('./rules')
const { listYearFigures } = await import('./years.data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

interface Printed {
  id: string
  indicator: string
  regionCode: string
  value: number
  reportRef: string | null
}
const { observations } = JSON.parse(
  readFileSync('prisma/seed/reference/indicators.json', 'utf8'),
) as { observations: Printed[] }

describe('the figures of the report', () => {
  it('are all there as printed, the ones in doubt counted and held back', async () => {
    for (const slug of new Set(observations.map(({ indicator }) => indicator))) {
      const seen = await getIndicatorAsSeen({ slug, at: new Date() })
      const wanted = observations.filter(({ indicator }) => indicator === slug)
      expect(seen!.report.length + seen!.withheld).toBe(wanted.length)
      for (const figure of seen!.report) {
        const printed = wanted.find(({ id }) => id === figure.sourceKey)!
        expect([figure.region.code, figure.value]).toEqual([printed.regionCode, printed.value])
      }
    }
  })

  it('are not there on a day before they were read', async () => {
    expect(
      (await getIndicatorAsSeen({ slug: 'gwu-personen', at: new Date('2020-01-01') }))!.report,
    ).toEqual([])
  })

  it('carry 26 sums worked out again, 19 of which hold, and 33 doubts', async () => {
    const checks = await listFigureChecks()
    expect([
      checks.length,
      checks.filter(({ holds }) => holds).length,
      (await listCaveats()).length,
    ]).toEqual([26, 19, 33])
  })

  it('add up only where they are counts', async () => {
    const rows = await db.statIndicator.findMany({
      where: { additive: true },
      select: { unit: true },
    })
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['personen']))
  })
})

describe('the figures of some years', () => {
  it('are those that were read in, without sums of parts, withheld ones and other years', async () => {
    const [region, other] = await db.region.findMany({
      where: { type: 'labour_market' },
      orderBy: { code: 'asc' },
      take: 2,
    })
    const source = await db.statisticalSource.findFirstOrThrow()
    const indicator = await db.statIndicator.findUniqueOrThrow({ where: { slug: 'gwu-personen' } })
    const dataset = { kind: 'file', sourceId: source.id, mapping: {} } as const
    const read = await db.statDataset.create({ data: { ...dataset, slug: 'jaren', title: 'J' } })
    const sums = await db.statDataset.create({
      data: { ...dataset, kind: 'rollup', slug: 'jaren-som', title: 'S', baseId: read.id },
    })
    const series = (datasetId: number, regionId: string) =>
      db.statSeries.create({ data: { datasetId, regionId, indicatorId: indicator.id } })
    const cells = async (seriesId: number, rows: [number, number | null, string][]) => {
      for (const [period, value, status] of rows)
        await db.$executeRaw`
          INSERT INTO stat_cell (series_id, period, value, status, attribute, vintage_from, vintage_to)
          VALUES (
            ${seriesId}, ${period}, ${value}, ${status}::observation_status,
            ${value === null ? 'Missing' : null}, now(), 'infinity'
          )`
    }
    await cells((await series(read.id, region!.id)).id, [
      [2024_102, 7, 'final'],
      [2025_102, 8, 'final'],
      [2026_102, 9, 'provisional'],
      [2026_103, 10, 'withheld'],
    ])
    await cells((await series(sums.id, region!.id)).id, [[2026_102, 99, 'final']])
    await cells((await series(read.id, other!.id)).id, [[2026_102, 5, 'final']])
    const found = await listYearFigures([region!.id], [2025, 2026])
    expect(found.map(({ period, value }) => [period, value])).toEqual([
      [periodCode(2025_102), 8],
      [periodCode(2026_102), 9],
    ])
  })
})
