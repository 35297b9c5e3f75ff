import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getBalance, getWelfareFigures } = await import('./data')
const { welfareLines } = await import('./rules')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const read = async (slug: string) => {
  const { figures, scope, through } = (await getWelfareFigures(slug))!
  return {
    lines: Object.fromEntries(
      welfareLines(figures, scope).map(({ slug: line, here, country }) => [
        line,
        {
          here: here.map(({ region, value }) => [region.code, value]),
          country: country.map(({ value }) => value),
        },
      ]),
    ),
    through,
  }
}

describe('getWelfareFigures', () => {
  it('gives a region the GGD regions it reaches, the nearest survey of work, and the country apart', async () => {
    const { lines } = await read('provincie-overijssel')
    expect(lines['oap-aandeel']).toEqual({ here: [['PV23', 8.5]], country: [8.9] })
    expect(lines.mantelzorgers!.here.length).toBeGreaterThan(0)
    expect(lines.mantelzorgers!.country).toEqual([12.5])
    expect(lines['netto-participatie']!.country.toSorted()).toEqual([79.5, 88.4])
    expect((await read('midden-brabant')).through).toBe('Noord-Brabant')
  })

  it('has nothing for a region that nobody counted, and null for an unknown one', async () => {
    expect((await read('achterhoek')).lines.mantelzorgers!.here).toEqual([])
    expect(await getWelfareFigures('bestaat-niet')).toBeNull()
  })

  it('takes a later figure that was read in', async () => {
    const { id: sourceId } = await db.statisticalSource.findUniqueOrThrow({
      where: { slug: 'vzinfo' },
    })
    const indicator = await db.statIndicator.findUniqueOrThrow({ where: { slug: 'mantelzorgers' } })
    const region = await db.region.findUniqueOrThrow({ where: { code: 'GG1106' } })
    const dataset = await db.statDataset.create({
      data: { slug: 'proef-zorg', title: 'Proef', kind: 'file', sourceId, mapping: {} },
    })
    const series = await db.statSeries.create({
      data: { datasetId: dataset.id, indicatorId: indicator.id, regionId: region.id },
    })
    await db.statCell.create({
      data: { seriesId: series.id, period: 2024_000, value: 16.1, vintageFrom: new Date() },
    })
    expect((await read('provincie-overijssel')).lines.mantelzorgers!.here).toContainEqual([
      'GG1106',
      16.1,
    ])
  })
})

describe('getBalance', () => {
  it('counts every published initiative of the region and tells only what someone looked at', async () => {
    const [{ id } = { id: '' }] = await db.$queryRaw<{ id: string }[]>`
      SELECT initiative_id::text AS id
      FROM initiative_search
      WHERE 'midden-brabant' = ANY (regions)
      LIMIT 1
    `
    await db.tradeOff.deleteMany({ where: { initiativeId: id } })
    await db.tradeOff.createMany({
      data: [
        {
          initiativeId: id,
          domain: 'informal_care',
          effect: 'worse',
          hoursPerWeek: 2.5,
          carriedBy: 'familie',
        },
        { initiativeId: id, domain: 'health', effect: 'not_examined' },
      ],
    })
    const [balance, [counted]] = await Promise.all([
      getBalance('midden-brabant'),
      db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count
        FROM initiative_search
        WHERE 'midden-brabant' = ANY (regions)
      `,
    ])
    expect(balance.total).toBe(counted!.count)
    expect(balance.displacement.reduce((all, { initiatives }) => all + initiatives, 0)).toBe(
      balance.total,
    )
    expect(
      balance.rows.map(({ domain, effect, hours, carriedBy }) => [
        domain,
        effect,
        hours,
        carriedBy,
      ]),
    ).toEqual([['informal_care', 'worse', 2.5, 'familie']])
    expect(await getBalance('achterhoek')).toEqual({ total: 0, displacement: [], rows: [] })
  })
})
