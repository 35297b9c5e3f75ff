import fc from 'fast-check'
import { NextRequest } from 'next/server'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const initiatives = await import('@/app/api/v1/initiatieven/route')
const initiative = await import('@/app/api/v1/initiatieven/[slug]/route')
const regions = await import('@/app/api/v1/regios/route')
const observations = await import('@/app/api/v1/indicatoren/[slug]/waarnemingen/route')
const { initiativesPageSchema } = await import('@/lib/knowledge/search/schema')
const { observationsSchema } = await import('@/lib/figures/indicators/open-data.schema')
const { initiativeAnswerSchema } = await import('@/app/api/v1/initiatieven/[slug]/answer-schema')

const request = (path: string) => new NextRequest(`http://localhost/api/v1/${path}`)
const none = { params: Promise.resolve({}) }
const list = (query = '') => initiatives.GET(request(`initiatieven${query}`), none)
const item = (slug: string) =>
  initiative.GET(request(`initiatieven/${encodeURIComponent(slug)}`), {
    params: Promise.resolve({ slug }),
  })
const figures = (slug: string, query = '') =>
  observations.GET(request(`indicatoren/${slug}/waarnemingen${query}`), {
    params: Promise.resolve({ slug }),
  })

interface Problem {
  status: number
  errors: { name: string; detail: string }[]
}

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the list of initiatives', () => {
  it('gives the published ones with counts per filter, in the promised form', async () => {
    const page = initiativesPageSchema.parse(await (await list()).json())
    expect(page).toMatchObject({ totaal: 6, pagina: 1, paginagrootte: 10 })
    expect(page.facetten.doelgroep.find(({ slug }) => slug === 'statushouders')?.aantal).toBe(2)
  })

  it('takes repeated keys, a region by code and a page size', async () => {
    const page = initiativesPageSchema.parse(
      await (await list('?regio=AM26&regio=twente&paginagrootte=1&pagina=2')).json(),
    )
    expect(page).toMatchObject({ totaal: 2, pagina: 2, paginagrootte: 1 })
    expect(page.items).toHaveLength(1)
  })

  it('names everything that is wrong at once', async () => {
    const answer = await list('?pagina=0&paginagrootte=101&doelgroep=marsmannetjes&geheim=1')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const { errors } = (await answer.json()) as Problem
    expect(errors.map(({ name }) => name).toSorted()).toEqual([
      'doelgroep',
      'geheim',
      'pagina',
      'paginagrootte',
    ])
  })

  it('never fails on what people put in an address', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom('q', 'doelgroep', 'regio', 'pagina', 'paginagrootte', 'x'),
          text,
          { maxKeys: 4 },
        ),
        async (query) => {
          const parameters = new URLSearchParams(
            Object.entries(query).map(([key, value]): [string, string] => [
              key,
              value.toWellFormed(),
            ]),
          )
          expect([200, 400]).toContain((await list(`?${parameters.toString()}`)).status)
        },
      ),
      { numRuns: 60 },
    )
    expect((await list(`?q=${'x'.repeat(1_000_000)}`)).status).toBe(400)
  })
})

describe('one initiative', () => {
  it('holds text, judgement, evidence and monitor, and no address of a person', async () => {
    for (const slug of [
      'rangeerterrein',
      'snellere-start-sterkere-toekomst',
      'werknemersnetwerk-neurodiversiteit',
    ]) {
      const answer = await item(slug)
      const body = await answer.text()
      const parsed = initiativeAnswerSchema.parse(JSON.parse(body))
      expect(parsed.beoordelingen).toHaveLength(7)
      expect(parsed.monitor?.keten).toHaveLength(5)
      expect(body).not.toMatch(/@voorbeeld\.nl/)
    }
  })

  it('does not exist for drafts and for what is no address part', async () => {
    for (const slug of ['voorbeeld-proefdagen-kinderopvang', 'niets', '\u0000', '../..', 'A B', ''])
      expect((await item(slug)).status).toBe(404)
  })

  it('leaves out a group in which someone could be recognised', async () => {
    const { id } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    const indicator = await db.initiativeIndicator.findFirstOrThrow({
      where: { initiativeId: id },
      select: { id: true },
    })
    await db.measurement.create({
      data: {
        indicatorId: indicator.id,
        numerator: 7,
        n: 9,
        sourceTitle: 'Kleine telling',
        measuredOn: new Date('2026-03-01'),
      },
    })
    const parsed = initiativeAnswerSchema.parse(await (await item('rangeerterrein')).json())
    const small = parsed.monitor?.indicatoren
      .flatMap(({ metingen }) => metingen)
      .find(({ bron }) => bron === 'Kleine telling')
    expect(small).toMatchObject({ teller: null, n: null, waarde: null })
  })
})

describe('figures', () => {
  it('can be narrowed by region and period and hold no withheld figure', async () => {
    const all = observationsSchema.parse(await (await figures('oap-personen')).json())
    expect(all.totaal).toBeGreaterThan(5)
    const [first] = all.items
    const some = observationsSchema.parse(
      await (await figures('oap-personen', `?regio=${first!.regio.code}`)).json(),
    )
    expect(some.items.every(({ regio }) => regio.code === first!.regio.code)).toBe(true)
    expect(all.items.some(({ status }) => status === 'withheld')).toBe(false)
  })

  it('answers 404 for an unknown indicator and 400 for an unknown key', async () => {
    expect((await figures('niets')).status).toBe(404)
    expect((await figures('oap-personen', '?jaar=2024')).status).toBe(400)
  })
})

describe('every resource', () => {
  it('is only there to read', () => {
    const refused = regions.POST()
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(regions.OPTIONS().status).toBe(204)
  })
})
