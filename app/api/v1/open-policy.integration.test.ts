import { NextRequest } from 'next/server'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const goals = await import('@/app/api/v1/beleidsdoelen/route')
const measures = await import('@/app/api/v1/beleidsmaatregelen/route')
const monitor = await import('@/app/api/v1/monitor/regios/[code]/route')
const files = await import('@/app/api/monitor/[slug]/[file]/route')
const { openGoalsSchema, openMeasuresSchema, openRegionChainSchema } =
  await import('@/lib/monitor/chains/schema')

const request = (path: string) => new NextRequest(`http://localhost/api/${path}`)
const none = { params: Promise.resolve({}) }
const region = (code: string, query = '') =>
  monitor.GET(request(`v1/monitor/regios/${encodeURIComponent(code)}${query}`), {
    params: Promise.resolve({ code }),
  })
const file = (slug: string, name: string, query = '') =>
  files.GET(request(`monitor/${slug}/${name}${query}`), {
    params: Promise.resolve({ slug, file: name }),
  })

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('goals and measures', () => {
  it('come per region, by code or slug, examples marked', async () => {
    const all = openGoalsSchema.parse(
      await (await goals.GET(request('v1/beleidsdoelen'), none)).json(),
    )
    expect(all.totaal).toBe(15)
    const own = openGoalsSchema.parse(
      await (
        await goals.GET(request('v1/beleidsdoelen?regio=AM26&regio=midden-brabant'), none)
      ).json(),
    )
    expect(own.items.map(({ isVoorbeeld, regio }) => [isVoorbeeld, regio.code])).toEqual(
      Array.from({ length: 4 }, () => [true, 'AM26']),
    )
    const some = openMeasuresSchema.parse(
      await (await measures.GET(request('v1/beleidsmaatregelen?regio=AM26'), none)).json(),
    )
    expect(
      some.items
        .find(({ slug }) => slug === 'voorbeeld-mb-werkcentrum')
        ?.financiering.map(({ bedragEuro }) => bedragEuro)
        .toSorted(),
    ).toEqual([450_000, null])
  })

  it('are none for a region that does not exist, and refuse an unknown key', async () => {
    expect(
      openGoalsSchema.parse(
        await (await goals.GET(request('v1/beleidsdoelen?regio=%00'), none)).json(),
      ).totaal,
    ).toBe(0)
    expect((await goals.GET(request('v1/beleidsdoelen?x=1'), none)).status).toBe(400)
  })
})

describe('the chain of a region', () => {
  it('gives the same numbers as the page, with the verdict that counts', async () => {
    const answer = openRegionChainSchema.parse(await (await region('AM26', '?jaar=2026')).json())
    expect(answer.stand).toMatchObject({
      geldstromen: 5,
      bekendBedragEuro: null,
      geenSomOmdat: 'mogelijk-overlap',
      zonderBedrag: 1,
      oordelen: 1,
    })
    expect(
      answer.doelen
        .flatMap(({ maatregelen }) => maatregelen)
        .find(({ slug }) => slug === 'voorbeeld-mb-werkcentrum')?.oordeel?.besluit,
    ).toBe('nog-niet-vast-te-stellen')
    const before = openRegionChainSchema.parse(
      await (await region('midden-brabant', '?jaar=2025')).json(),
    )
    expect(before.stand).toMatchObject({ oordelen: 1 })
  })

  it('does not exist for anything else', async () => {
    for (const code of ['niets', '\u0000', '../..', ''])
      expect((await region(code)).status).toBe(404)
    expect((await region('AM26', '?jaar=1')).status).toBe(400)
  })
})

describe('the files of a region', () => {
  it('exist by name only', async () => {
    for (const name of ['geld.exe', 'geld', 'wachtwoorden.csv', 'geld.svg.csv', '../geld.csv'])
      expect((await file('midden-brabant', name)).status).toBe(404)
    expect((await file('niets', 'geld.csv')).status).toBe(404)
    expect((await file('noord-limburg', 'geld.png', '?jaar=2026')).status).toBe(404)
    expect((await file('midden-brabant', 'geld.csv', '?jaar=x')).status).toBe(400)
  })

  it('are in the language that is asked for', async () => {
    expect(await (await file('midden-brabant', 'geld.csv', '?taal=en&jaar=2026')).text()).toContain(
      'Who pays;Measure;',
    )
  })
})
