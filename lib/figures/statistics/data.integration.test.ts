import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listCaveats, listFigureChecks } = await import('./data')
const { getIndicatorAsSeen } = await import('./as-seen.data')

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
