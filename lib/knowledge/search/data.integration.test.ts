import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { type Facet, FACETS, type FacetValue, type Selection } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { countFacets, findInitiatives, listRelaxations } = await import('./data')
const { listFacetValues } = await import('./facets.data')
const { listSuggestions } = await import('./suggestions.data')
const { refreshSearch } = await import('./mutations')
const { emptySelection, MARK_START } = await import('./rules')
const { facetOptions } = await import('./facets.rules')
const { understand } = await import('@/lib/base/words/data')
const { getRegionFit } = await import('@/lib/monitor/fit/data')

let values: Record<Facet, FacetValue[]>

const find = async (q: string, over: Partial<Selection> = {}) => {
  const [words, selection] = [await understand(q), { ...emptySelection(), ...over }]
  const [hits, { total, measured }] = await Promise.all([
    findInitiatives({ words, selection, page: 1, pageSize: 100 }),
    countFacets(words, selection),
  ])
  return { hits, total, measured }
}
const slugs = async (q: string, over: Partial<Selection> = {}) =>
  (await find(q, over)).hits.map(({ slug }) => slug)

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
    expect(await slugs('statushouders')).toEqual(
      expect.arrayContaining(['switch-naar-techniek', 'snellere-start-sterkere-toekomst']),
    )
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

  it('finds a word whichever side wrote a soft hyphen in it, in title and text', async () => {
    const { id, publishedRevisionId } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'switch-naar-techniek' },
      select: { id: true, publishedRevisionId: true },
    })
    await db.$transaction(async (tx) => {
      // Published versions are immutable; this stands in for older text.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        UPDATE initiative_revision
        SET title = title || ${' zorg\u00ADpad'}, problem = problem || ${' onder\u00ADnemers\u00ADkring'}
        WHERE id = ${publishedRevisionId}::uuid
      `
    })
    await db.$transaction((tx) => refreshSearch(tx, [id]))
    for (const typed of ['ondernemerskring', 'onder\u00ADnemerskring', 'zorgpad', 'zorg\u00ADpad'])
      expect([typed, await slugs(typed)]).toEqual([typed, ['switch-naar-techniek']])
    expect((await find('ondernemerskring')).hits[0]?.snippet).toContain(MARK_START)
    const rows = await db.$queryRaw<{ hits: boolean }[]>`
      SELECT title_words @@ to_tsquery('praktijk', 'zorgpad') AS hits
      FROM initiative_search
      WHERE initiative_id = ${id}::uuid
    `
    expect(rows).toEqual([{ hits: true }])
  })

  it('finds a word of the whole story, and neither its signs nor the address of a link', async () => {
    const { id, publishedRevisionId } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'switch-naar-techniek' },
      select: { id: true, publishedRevisionId: true },
    })
    const story =
      '## Kennismaakdagen\n\n- een **rondleiding**\n\n| Jaar |\n| --- |\n| 2025 |\n\n[verslag](https://x.nl/adresregel)'
    const write = db.$executeRaw`
      UPDATE initiative_revision SET story = ${story} WHERE id = ${publishedRevisionId}::uuid`
    await expect(write).rejects.toThrow('cannot be rewritten')
    await db.$transaction(async (tx) => {
      // Published versions are immutable; this stands in for a version with a story.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        UPDATE initiative_revision SET story = ${story} WHERE id = ${publishedRevisionId}::uuid`
    })
    await db.$transaction((tx) => refreshSearch(tx, [id]))
    for (const typed of ['kennismaakdagen', 'rondleiding'])
      expect([typed, await slugs(typed)]).toEqual([typed, ['switch-naar-techniek']])
    expect(await slugs('adresregel')).toEqual([])
    const [row] = await db.$queryRaw<{ body: string }[]>`
      SELECT body FROM initiative_search WHERE initiative_id = ${id}::uuid`
    expect(row?.body.replace(/\s+/g, ' ')).toContain(
      'Kennismaakdagen een rondleiding Jaar 2025 verslag',
    )
  })

  it('narrows down between filters, widens within one, and finds under a broader word', async () => {
    expect(await slugs('', { targetGroup: ['nieuwkomers'] })).toEqual(
      await slugs('', { targetGroup: ['statushouders', 'asielzoekers'] }),
    )
    expect(await slugs('', { targetGroup: ['statushouders'], region: ['twente'] })).toEqual([])
    expect((await slugs('', { region: ['midden-brabant', 'twente'] })).length).toBe(2)
    expect(await slugs('', { region: ['provincie-noord-brabant'] })).toEqual(
      expect.arrayContaining(['rangeerterrein', 'werknemersnetwerk-neurodiversiteit']),
    )
  })

  it('answers whatever is asked, without a fault', async () => {
    const hostile = [
      "'; DROP TABLE initiative; --",
      '(((',
      '&|!',
      '"',
      '-',
      ':*',
      'a & | b',
      '%_\\',
      '<script>',
      'ʼ',
      '👩🏽‍🔧',
      'x'.repeat(200),
    ]
    for (const q of hostile) expect((await find(q)).total).toBeGreaterThanOrEqual(0)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (q) => {
        expect((await find(q.replaceAll('\u0000', ''))).total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('countFacets', () => {
  it('counts every value under every combination as one by one counting does', async () => {
    const rows = (await find('')).hits
    const all = new Map<string, Set<string>>()
    for (const facet of FACETS)
      for (const { slug } of values[facet])
        all.set(`${facet} ${slug}`, new Set(await slugs('', { [facet]: [slug] })))
    const some = (facet: Facet) =>
      values[facet].length === 0
        ? fc.constant<string[]>([])
        : fc.uniqueArray(fc.constantFrom(...values[facet].map((one) => one.slug)), { maxLength: 2 })
    const selections = fc.record(
      Object.fromEntries(FACETS.map((facet) => [facet, some(facet)])) as Record<
        Facet,
        ReturnType<typeof some>
      >,
    )
    await fc.assert(
      fc.asyncProperty(
        selections,
        fc.subarray([...FACETS], { maxLength: 3 }),
        fc.constantFrom('', 'werk', 'zorg'),
        async (chosen, used, q) => {
          const selection = emptySelection()
          for (const facet of used) selection[facet] = chosen[facet]
          const words = await understand(q)
          const withWords = new Set(q === '' ? rows.map(({ slug }) => slug) : await slugs(q))
          const fits = (slug: string, except?: Facet) =>
            withWords.has(slug) &&
            FACETS.every(
              (facet) =>
                facet === except ||
                selection[facet].length === 0 ||
                selection[facet].some((value) => all.get(`${facet} ${value}`)?.has(slug)),
            )
          const counts = await countFacets(words, selection)
          expect(counts.total).toBe(rows.filter(({ slug }) => fits(slug)).length)
          for (const facet of FACETS) {
            for (const { slug: value } of values[facet]) {
              const expected = rows.filter(
                ({ slug }) => fits(slug, facet) && all.get(`${facet} ${value}`)?.has(slug),
              ).length
              expect([facet, value, counts.values[facet]?.[value] ?? 0]).toEqual([
                facet,
                value,
                expected,
              ])
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps a chosen value in sight when it gives nothing', async () => {
    const selection = { ...emptySelection(), targetGroup: ['statushouders'] }
    const options = facetOptions(
      await countFacets(await understand('qqqqqq'), selection),
      selection,
      values,
      'nl',
    )
    expect(options.targetGroup).toEqual([
      expect.objectContaining({ slug: 'statushouders', count: 0 }),
    ])
    expect(options.sector).toEqual([])
  })
})

describe('what helps on', () => {
  it('says what dropping a choice would give when nothing is found', async () => {
    const selection = { ...emptySelection(), targetGroup: ['mantelzorgers'], region: ['twente'] }
    const words = await understand('')
    expect((await countFacets(words, selection)).total).toBe(0)
    expect(await listRelaxations(words, selection)).toEqual([{ facet: 'targetGroup', total: 1 }])
  })

  it('suggests terms by any of their words, regions and initiatives, and no draft', async () => {
    const kinds = async (q: string) =>
      (await listSuggestions(q, 4)).map(({ kind, slug }) => `${kind} ${slug}`)
    expect(await kinds('status')).toContain('targetGroup statushouders')
    expect(await kinds('vluchteling')).toContain('targetGroup statushouders')
    expect(await kinds('TWEN')).toContain('region twente')
    expect(await kinds('switch')).toContain('initiative switch-naar-techniek')
    expect(await kinds('Proefdagen')).toEqual([])
    for (const odd of ['', '  ', "'", '.*(', '\\', '👩', 'x'.repeat(200)])
      expect(Array.isArray(await listSuggestions(odd, 4))).toBe(true)
  })

  it('orders by the fit with a region, and the fit is the sum of the reasons', async () => {
    const fit = await getRegionFit('twente')
    expect(fit?.region).toMatchObject({ name: 'Twente', province: 'provincie-overijssel' })
    const weights = fit?.weights ?? []
    const hits = await findInitiatives({
      words: await understand(''),
      selection: emptySelection(),
      page: 1,
      pageSize: 10,
      sort: 'fit',
      weights,
    })
    expect(hits.map((hit) => hit.fit)).toEqual(hits.map((hit) => hit.fit).toSorted((a, b) => b - a))
    for (const hit of hits) {
      const tags = {
        targetGroup: hit.targetGroups,
        sector: hit.sectors,
        challenge: hit.challenges,
        region: hit.regions,
      } as Record<string, string[]>
      const sum = weights
        .filter(({ facet, slug }) => tags[facet]?.includes(slug))
        .reduce((total, { weight }) => total + weight, 0)
      expect(hit.fit).toBeCloseTo(sum, 6)
    }
    expect(await getRegionFit('atlantis')).toBeNull()
  })
})

describe('refreshSearch', () => {
  it('takes a row away when an initiative is no longer published, in the same transaction', async () => {
    const { id } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'voorschakeltraject-zorg' },
      select: { id: true },
    })
    await expect(
      db.$transaction(async (tx) => {
        await tx.initiative.update({ where: { id }, data: { publishedRevisionId: null } })
        await refreshSearch(tx, [id])
        throw new Error('undo')
      }),
    ).rejects.toThrow('undo')
    expect((await find('')).total).toBe(6)
    await db.$transaction(async (tx) => {
      await tx.initiative.update({ where: { id }, data: { publishedRevisionId: null } })
      await refreshSearch(tx, [id])
    })
    expect((await find('')).total).toBe(5)
  })
})
