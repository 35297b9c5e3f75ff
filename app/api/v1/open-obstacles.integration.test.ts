import { NextRequest } from 'next/server'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const obstacles = await import('@/app/api/v1/knelpunten/route')
const { openObstaclesSchema } = await import('@/lib/exchange/obstacles/schema')

const ask = (query = '') =>
  obstacles.GET(new NextRequest(`http://localhost/api/v1/knelpunten${query}`), {
    params: Promise.resolve({}),
  })
const slugs = async (query: string) =>
  openObstaclesSchema.parse(await (await ask(query)).json()).items.map(({ slug }) => slug)

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('obstacles as open data', () => {
  it('come with everything that is public and nothing of people', async () => {
    const answer = openObstaclesSchema.parse(await (await ask()).json())
    expect(answer.totaal).toBe(14)
    expect(
      answer.items.find(({ slug }) => slug === 'wachten-op-een-burgerservicenummer'),
    ).toMatchObject({
      instantie: 'gemeente',
      stand: 'open',
      antwoord: null,
      doelgroepen: ['asielzoekers', 'statushouders', 'arbeidsmigranten'],
    })
    expect(JSON.stringify(answer)).not.toMatch(/@voorbeeld|organisatieId|version/)
  })

  it('are narrowed, and looked up by a title that is like one', async () => {
    expect(await slugs('?doelgroep=nieuwkomers&instantie=coa')).toEqual([
      'verhuizingen-breken-werk-af',
    ])
    expect(await slugs('?regio=groningen&q=tewerkstellingsvergunning')).toEqual([
      'tewerkstellingsvergunning-schrikt-werkgevers-af',
    ])
    expect(await slugs('?regio=AM01&instantie=coa')).toEqual(['verhuizingen-breken-werk-af'])
    expect(await slugs('?stand=opgelost')).toEqual([])
    for (const query of ['?doelgroep=%00', '?regio=%00', '?q=%00%ED%A0%80'])
      expect((await ask(query)).status, query).toBe(200)
    expect(await slugs('?regio=bestaat-niet')).toEqual([])
    expect(
      await slugs('?lijktOp=' + encodeURIComponent('Lang wachten op burgerservicenummer')),
    ).toEqual(['wachten-op-een-burgerservicenummer'])
    expect(await slugs('?lijktOp=%00')).toEqual([])
  })

  it('refuse what is no filter', async () => {
    for (const query of [
      '?x=1',
      '?stand=anders',
      '?instantie=niemand',
      '?stand=open&stand=opgelost',
    ])
      expect((await ask(query)).status, query).toBe(400)
  })
})
