import { NextRequest } from 'next/server'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { GET } = await import('@/app/api/v1/lessen/route')
const { countLessons } = await import('@/lib/knowledge/lessons/data')
const { totalLessons } = await import('@/lib/knowledge/lessons/rules')
const { openLessonsSchema } = await import('@/lib/knowledge/lessons/schema')

const ask = (query = '') =>
  GET(new NextRequest(`http://localhost/api/v1/lessen${query}`), { params: Promise.resolve({}) })
const read = async (query = '') => openLessonsSchema.parse(await (await ask(query)).json())
const everywhere = { group: null, instrument: null, region: null }

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('lessons as open data', () => {
  it('are those of the page, with where they come from, and without names of people', async () => {
    const body = await (await ask()).text()
    const { items, totaal } = openLessonsSchema.parse(JSON.parse(body))
    const counts = await countLessons(everywhere)
    expect(totaal).toBe(totalLessons(counts, null))
    expect(items).toHaveLength(Math.min(100, totaal))
    expect(items.find(({ soort }) => soort === 'na-overname')).toMatchObject({
      initiatief: 'rangeerterrein',
      maandenNaStart: 6,
      voorbeeld: true,
      regios: [{ slug: 'twente' }],
    })
    const people = await db.user.findMany({
      select: { name: true },
      orderBy: { id: 'asc' },
      take: 100,
    })
    for (const { name } of people) expect(body).not.toContain(name)
    expect((await read('?les=wat-hielp')).totaal).toBe(counts.success_factor)
    expect((await read('?les=wat-hielp')).items.every(({ soort }) => soort === 'wat-hielp')).toBe(
      true,
    )
  })

  it('narrow down by theme, end after the last page, and refuse what is no question', async () => {
    const narrowed = await read('?doelgroep=statushouders&regio=twente')
    expect(narrowed.totaal).toBe(
      totalLessons(
        await countLessons({ ...everywhere, group: 'statushouders', region: 'twente' }),
        null,
      ),
    )
    expect((await read('?pagina=9999')).items).toEqual([])
    for (const query of ['?regio=maan', '?doelgroep=%00', "?instrument=';--"])
      expect((await read(query)).totaal, query).toBe(0)
    for (const query of ['?x=1', '?les=alles', '?pagina=0', '?pagina=een'])
      expect((await ask(query)).status, query).toBe(400)
  })
})
