import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/platform/testing/database'
import { FACETS, type Facet, type FacetValue, type Selection } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/platform/db')
const { countFacets, findInitiatives, getFacetOptions, listFacetValues } = await import('./data')
const { refreshSearch } = await import('./mutations')
const { emptySelection, MARK_START } = await import('./rules')

let values: Record<Facet, FacetValue[]>

const find = (q: string, over: Partial<Selection> = {}) => findInitiatives({ q, selection: { ...emptySelection(), ...over }, page: 1, pageSize: 100 })
const slugs = async (q: string, over: Partial<Selection> = {}) => (await find(q, over)).hits.map(({ slug }) => slug)

beforeAll(async () => {
  values = await listFacetValues()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('findInitiatives', () => {
  it('finds the six examples and no draft', async () => {
    const all = await find('')
    expect(all).toMatchObject({ total: 6, measured: 2 })
    expect(all.hits.every(({ slug }) => !slug.startsWith('voorbeeld-'))).toBe(true)
    expect(await slugs('Proefdagen')).toEqual([])
    expect(await slugs('Taalmaatjes')).toEqual([])
  })

  it('finds words in text, terms and regions, and marks them', async () => {
    expect(await slugs('techniek')).toContain('switch-naar-techniek')
    expect(await slugs('statushouders')).toEqual(expect.arrayContaining(['switch-naar-techniek', 'snellere-start-sterkere-toekomst']))
    expect(await slugs('Twente')).toContain('ontdek-wat-jij-in-huis-hebt')
    expect((await find('stichting')).hits[0]?.snippet ?? '').toContain(MARK_START)
    expect((await find('Rangeerterrein')).hits[0]?.snippet).toBeNull()
  })

  it('understands a phrase and a word to leave out', async () => {
    const some = await slugs('techniek')
    const fewer = await slugs('techniek -Zwolle')
    expect(fewer.length).toBeLessThan(some.length)
    expect(await slugs('"Sterkere Toekomst"')).toEqual(['snellere-start-sterkere-toekomst'])
  })

  it('narrows down between filters, widens within one, and finds under a broader word', async () => {
    expect(await slugs('', { doelgroep: ['nieuwkomers'] })).toEqual(await slugs('', { doelgroep: ['statushouders', 'asielzoekers'] }))
    expect(await slugs('', { doelgroep: ['statushouders'], regio: ['twente'] })).toEqual([])
    expect((await slugs('', { regio: ['midden-brabant', 'twente'] })).length).toBe(2)
    expect(await slugs('', { regio: ['provincie-noord-brabant'] })).toEqual(expect.arrayContaining(['rangeerterrein', 'werknemersnetwerk-neurodiversiteit']))
  })

  it('answers whatever is asked, without a fault', async () => {
    const hostile = ["'; DROP TABLE initiative; --", '(((', '&|!', '"', '-', ':*', 'a & | b', '%_\\', '<script>', 'ʼ', '👩🏽‍🔧', 'x'.repeat(200)]
    for (const q of hostile) expect((await find(q)).total).toBeGreaterThanOrEqual(0)
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (q) => {
      expect((await find(q.replaceAll('\u0000', ''))).total).toBeGreaterThanOrEqual(0)
    }), { numRuns: 40 })
  })
})

describe('countFacets', () => {
  it('says for each value what choosing it would give', async () => {
    const slug = (facet: Facet) => fc.constantFrom(...values[facet].map((one) => one.slug))
    const selections = fc.record({
      doelgroep: fc.uniqueArray(slug('doelgroep'), { maxLength: 2 }), regio: fc.uniqueArray(slug('regio'), { maxLength: 1 }), sector: fc.uniqueArray(slug('sector'), { maxLength: 1 }),
      instrument: fc.constant<string[]>([]), opgave: fc.constant<string[]>([]),
    })
    await fc.assert(fc.asyncProperty(selections, fc.constantFrom('', 'werk', 'zorg'), async (selection, q) => {
      const counts = await countFacets(q, selection)
      for (const facet of FACETS) {
        const [first] = counts.get(facet)?.entries() ?? []
        if (!first) continue
        const chosen = await findInitiatives({ q, selection: { ...selection, [facet]: [first[0]] }, page: 1, pageSize: 1 })
        expect([facet, first[0], first[1]]).toEqual([facet, first[0], chosen.total])
      }
    }), { numRuns: 25 })
  })

  it('keeps a chosen value in sight when it gives nothing', async () => {
    const options = await getFacetOptions('zzzz', { ...emptySelection(), doelgroep: ['statushouders'] }, values, 'nl')
    expect(options.doelgroep).toEqual([expect.objectContaining({ slug: 'statushouders', count: 0 })])
    expect(options.sector).toEqual([])
  })
})

describe('refreshSearch', () => {
  it('takes a row away when an initiative is no longer published, in the same transaction', async () => {
    const { id } = await db.initiative.findUniqueOrThrow({ where: { slug: 'voorschakeltraject-zorg' }, select: { id: true } })
    await expect(db.$transaction(async (tx) => {
      await tx.initiative.update({ where: { id }, data: { publishedRevisionId: null } })
      await refreshSearch(tx, [id])
      throw new Error('undo')
    })).rejects.toThrow('undo')
    expect((await find('')).total).toBe(6)
    await db.$transaction(async (tx) => {
      await tx.initiative.update({ where: { id }, data: { publishedRevisionId: null } })
      await refreshSearch(tx, [id])
    })
    expect((await find('')).total).toBe(5)
  })
})
