import { describe, expect, it } from 'vitest'
import type { GroupCount } from '@/lib/monitor/gaps/types'
import type { PeerTraits } from '@/lib/monitor/peers/types'
import { countsOf, isRelated, suitabilityLines, type Sides } from './rules'
import type { Described } from './types'

const count = (group: string, region: string, value: number, over = {}): GroupCount => ({
  group,
  region: { slug: region, name: region, type: 'labour_market' },
  counter: 'uwv',
  value,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  periodCode: '2024JJ00',
  periodLabel: '2024',
  periodStart: '2024-01-01',
  caveats: [],
  reportRef: null,
  source: {
    slug: 'uwv',
    name: 'UWV',
    kind: 'report',
    url: null,
  } as unknown as GroupCount['source'],
  ...over,
})
const region = (slug: string, counts: readonly GroupCount[]): PeerTraits => ({
  slug,
  name: slug,
  type: 'labour_market',
  municipalities: 10,
  counts,
  sectors: [],
})
const described = (over: Partial<Described> = {}): Described => ({
  initiativeId: 'i',
  slug: 'i',
  groups: [],
  instruments: [],
  sectors: [],
  challenges: [],
  regions: ['groningen'],
  evidence: { rank: 0, direction: 'notCompared', size: null },
  ...over,
})
const sides = (over: Partial<Sides> = {}): Sides => ({
  initiative: described(),
  own: region('twente', [count('gwu', 'twente', 1_000), count('jongeren', 'twente', 100)]),
  fit: {
    slug: 'twente',
    name: 'twente',
    province: null,
    groups: [],
    sectors: ['zorg'],
    challenges: [],
    peers: [],
  },
  places: [
    region('groningen', [count('gwu', 'groningen', 1_200), count('jongeren', 'groningen', 400)]),
  ],
  placeNames: ['Groningen'],
  narrow: { groups: ['jongeren'], sectors: ['zorg', 'techniek'], challenges: [] },
  parents: new Map([['thuiszorg', 'zorg']]),
  ...over,
})
const states = (over: Partial<Sides> = {}) =>
  suitabilityLines(sides(over)).map((line) => `${line.kind} ${line.state}`)

describe('suitabilityLines', () => {
  it('says per line what is the same, what differs and what is unknown', () => {
    expect(states()).toEqual([
      'place differs',
      'size same',
      'group differs',
      'sectors same',
      'challenges unknown',
    ])
  })

  it('knows nothing of counts where only one side was counted, and shows that one', () => {
    const [, size, group] = suitabilityLines(
      sides({ places: [], own: region('twente', [count('gwu', 'twente', 1_000)]) }),
    )
    expect(size).toMatchObject({ state: 'unknown', own: { value: 1_000 }, other: null })
    expect(group).toMatchObject({ state: 'unknown', own: null, other: null, around: null })
  })

  it('names a larger area, as a figure apart and never as that of the region', () => {
    const around = { slug: 'jongeren', people: 9_000, regionName: 'Overijssel' }
    const fit = {
      ...sides().fit,
      groups: [{ ...around, sourceName: 'CBS', periodLabel: '2024' }],
    }
    const [, , group] = suitabilityLines(sides({ fit, own: region('twente', []) }))
    expect(group).toMatchObject({ state: 'unknown', own: null, around })
  })

  it('gives a group that stands for the whole region no second line', () => {
    expect(states({ narrow: { groups: ['gwu'], sectors: [], challenges: [] } })).toEqual([
      'place differs',
      'size same',
      'sectors unknown',
      'challenges unknown',
    ])
  })

  it('is in the own region when a part of it is named, and unknown without a place', () => {
    expect(states({ initiative: described({ regions: ['twente', 'enschede'] }) })[0]).toBe(
      'place same',
    )
    expect(states({ initiative: described({ regions: [] }), placeNames: [] })[0]).toBe(
      'place unknown',
    )
  })

  it('tells the sectors that are new for a region, and none where it has none', () => {
    const sectors = (over: Partial<Sides> = {}) =>
      suitabilityLines(sides(over)).find(({ kind }) => kind === 'sectors')
    expect(sectors()).toMatchObject({ shared: ['zorg'], missing: ['techniek'] })
    expect(sectors({ fit: { ...sides().fit, sectors: ['bouw'] } })).toMatchObject({
      state: 'differs',
      missing: ['zorg', 'techniek'],
    })
    expect(sectors({ fit: { ...sides().fit, sectors: [] } })).toMatchObject({
      state: 'unknown',
      shared: [],
    })
  })
})

describe('countsOf', () => {
  it('never sets the count of one counter beside that of another', () => {
    const own = region('a', [count('gwu', 'a', 1_000)])
    const other = region('b', [count('gwu', 'b', 1_000, { counter: 'cbs' })])
    expect(countsOf('gwu', own, [other])).toMatchObject({ own: { value: 1_000 }, other: null })
  })
})

describe('isRelated', () => {
  it('holds for a term and what lies above it, in both orders', () => {
    const parents = new Map([['thuiszorg', 'zorg']])
    expect(isRelated('thuiszorg', 'zorg', parents)).toBe(true)
    expect(isRelated('zorg', 'thuiszorg', parents)).toBe(true)
    expect(isRelated('zorg', 'bouw', parents)).toBe(false)
  })
})
