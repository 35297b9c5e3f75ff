import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanQuery,
  emptySelection,
  isNarrowed,
  MARK_END,
  MARK_START,
  markedPieces,
  parseSearch,
  searchParameters,
  without,
} from './rules'
import { knownValue, narrowest, worthReading } from './facets.rules'
import type { Facet, FacetValue, SearchHit } from './types'

const value = (
  slug: string,
  parent: string | null = null,
  code: string | null = null,
): FacetValue => ({ slug, code, labelNl: slug, labelEn: slug, parent })
const VALUES: Record<Facet, FacetValue[]> = {
  targetGroup: [value('nieuwkomers'), value('statushouders', 'nieuwkomers')],
  region: [value('twente', null, 'AM05')],
  sector: [],
  instrument: [],
  challenge: [],
  driver: [],
  style: [],
  phase: [],
  evidence: [value('gemeten')],
  direction: [value('schaadt')],
  period: [value('2024')],
}
const known = knownValue(VALUES)

describe('knownValue', () => {
  it('finds a region by its code, and a term by the address of one that was merged into it', () => {
    const values = {
      ...VALUES,
      targetGroup: [{ ...value('nieuwkomers'), former: ['migranten'] }],
    }
    expect(known('region', 'AM05')).toBe('twente')
    expect(knownValue(values)('targetGroup', 'migranten')).toBe('nieuwkomers')
    expect(knownValue(values)('sector', 'migranten')).toBeNull()
  })
})

describe('the order, view, columns and region of a search', () => {
  it('reads them, and leads back to them', () => {
    const { query, ignored } = parseSearch(
      {
        voor: 'AM05',
        sorteer: 'past',
        weergave: 'tabel',
        kolom: ['fase', 'regio'],
        bewijs: 'gemeten',
        periode: '2024',
      },
      known,
    )
    expect(ignored).toEqual([])
    expect(query).toMatchObject({
      forRegion: 'twente',
      sort: 'fit',
      view: 'table',
      columns: ['region', 'phase'],
      pageSize: 25,
    })
    expect(searchParameters(query).toString()).toBe(
      'bewijs=gemeten&periode=2024&voor=twente&sorteer=past&weergave=tabel&kolom=regio&kolom=fase',
    )
  })

  it('has nothing fit when no region is named, and says what it does not know', () => {
    const { query, ignored } = parseSearch(
      { voor: 'atlantis', sorteer: 'past', weergave: 'taart' },
      known,
    )
    expect(query).toMatchObject({ forRegion: null, sort: 'best', view: 'list' })
    expect(ignored.map(({ key }) => key)).toEqual(['voor', 'weergave'])
  })
})

describe('parseSearch', () => {
  it('reads words, filters and page; a region by its code too', () => {
    const { query, ignored } = parseSearch(
      {
        q: ' werk  zoeken ',
        doelgroep: ['statushouders', 'statushouders'],
        regio: 'AM05',
        pagina: '3',
      },
      known,
    )
    expect(query).toMatchObject({
      q: 'werk zoeken',
      page: 3,
      selection: { ...emptySelection(), targetGroup: ['statushouders'], region: ['twente'] },
    })
    expect(ignored).toEqual([])
  })

  it.each(['0', '-1', '1.5', 'twee', '', '1e9'])('skips page %j and says so', (pagina) => {
    const { query, ignored } = parseSearch({ pagina }, known)
    expect(query.page).toBe(1)
    expect(ignored).toEqual([{ key: 'pagina', value: pagina }])
  })

  it('never fails, whatever stands in the address, and names what it skipped', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.record({ q: any, doelgroep: any, regio: any, pagina: any, onbekend: any }),
        (raw) => {
          const { query, ignored } = parseSearch(raw, known)
          expect(query.q.isWellFormed()).toBe(true)
          expect(query.q).not.toContain('\u0000')
          expect(query.page).toBeGreaterThanOrEqual(1)
          expect(ignored.every(({ value: text }) => text.length <= 80)).toBe(true)
        },
      ),
    )
  })
})

describe('searchParameters', () => {
  it('leads back to the same search', () => {
    const selection = {
      ...emptySelection(),
      targetGroup: ['statushouders', 'nieuwkomers'],
      region: ['twente'],
    }
    const address = searchParameters({ q: 'leren & werken', selection, page: 2 })
    expect(address.toString()).toBe(
      'q=leren+%26+werken&doelgroep=nieuwkomers&doelgroep=statushouders&regio=twente&pagina=2',
    )
    const raw = Object.fromEntries(
      [...new Set(address.keys())].map((key) => [key, address.getAll(key)]),
    )
    const { query } = parseSearch(raw, known)
    expect(query).toMatchObject({ q: 'leren & werken', page: 2 })
    expect(query.selection.targetGroup.toSorted()).toEqual(['nieuwkomers', 'statushouders'])
  })

  it('knows when something is chosen and takes one away', () => {
    const selection = { ...emptySelection(), region: ['twente'] }
    expect(isNarrowed({ q: '', selection })).toBe(true)
    expect(isNarrowed({ q: '', selection: without(selection, 'region', 'twente') })).toBe(false)
  })
})

describe('cleanQuery', () => {
  it('takes out what nobody sees and cuts what never ends', () => {
    expect(cleanQuery(`a\u0000b\u202Ec${MARK_START}d\uD800`)).toBe('a b c d\uFFFD')
    expect(cleanQuery('x'.repeat(500))).toHaveLength(200)
  })
})

describe('markedPieces', () => {
  it('cuts out the marked words and drops loose marks', () => {
    expect(
      markedPieces(`voor ${MARK_START}werk${MARK_END} en ${MARK_START}leren${MARK_END}`),
    ).toEqual([
      { text: 'voor ', marked: false },
      { text: 'werk', marked: true },
      { text: ' en ', marked: false },
      { text: 'leren', marked: true },
    ])
    expect(markedPieces('zonder')).toEqual([{ text: 'zonder', marked: false }])
  })
})

describe('narrowest', () => {
  it('leaves out a word of which a narrower one is there', () => {
    expect(
      narrowest(VALUES.targetGroup, ['nieuwkomers', 'statushouders']).map(({ slug }) => slug),
    ).toEqual(['statushouders'])
    expect(narrowest(VALUES.targetGroup, ['nieuwkomers']).map(({ slug }) => slug)).toEqual([
      'nieuwkomers',
    ])
  })
})

describe('worthReading', () => {
  const hit = (initiativeId: string, rank: number): SearchHit => ({
    initiativeId,
    rank,
    direction: 'notCompared',
    size: null,
    slug: initiativeId,
    title: initiativeId,
    summary: '',
    snippet: null,
    targetGroups: [],
    instruments: [],
    sectors: [],
    challenges: [],
    regions: [],
    lifecycle: 'running',
    stopReason: null,
    medians: [],
    adoptions: 0,
    fit: 0,
    publishedAt: '',
  })

  const read = (
    hits: SearchHit[],
    directions: Record<string, EvidenceDirection> = {},
    assessors: Record<string, number> = {},
  ) =>
    worthReading(
      hits.map((one) => ({ ...one, direction: directions[one.slug] ?? one.direction })),
      new Map(Object.entries(assessors)),
    ).map(({ hit: { slug }, reason }) => [slug, reason])

  it('gives three different ones with their reason', () => {
    expect(
      read(
        [hit('new', 1), hit('proven', 4), hit('judged', 3), hit('old', 0)],
        { proven: 'helps' },
        { judged: 3, proven: 5 },
      ),
    ).toEqual([
      ['proven', 'researched'],
      ['judged', 'judged'],
      ['new', 'newest'],
    ])
  })

  it('leaves out a reason that fits none', () => {
    expect(read([hit('a', 2), hit('b', 0)])).toEqual([['a', 'newest']])
    expect(read([])).toEqual([])
  })

  it.each(['harms', 'noDifference'] as const)(
    'never leads with what %s, however well it was researched or judged',
    (outcome) => {
      expect(
        read([hit('bad', 5), hit('good', 4)], { bad: outcome, good: 'helps' }, { bad: 9 }),
      ).toEqual([
        ['good', 'researched'],
        ['bad', 'newest'],
      ])
      expect(read([hit('bad', 5)], { bad: outcome }, { bad: 9 })).toEqual([])
      expect(read([hit('bad', 5), hit('plain', 1)], { bad: outcome })).toEqual([
        ['plain', 'newest'],
      ])
    },
  )

  it.each(['mixed', 'unclear', 'notCompared'] as const)(
    'does not call best researched of which the outcome is %s',
    (outcome) => {
      expect(read([hit('open', 5)], { open: outcome })).toEqual([['open', 'newest']])
      expect(read([hit('open', 5)], { open: outcome }, { open: 2 })).toEqual([['open', 'judged']])
    },
  )
})
