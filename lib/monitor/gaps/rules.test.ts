import { describe, expect, it } from 'vitest'
import type { FacetValue } from '@/lib/knowledge/search/types'
import {
  compareGaps,
  counterOf,
  gapParameters,
  groupsNowhere,
  knownSize,
  pairGaps,
  readGapChoice,
  regionGaps,
} from './rules'
import type { GapBase, GapRegion, GroupCount } from './types'

const region = (
  slug: string,
  type: GapRegion['type'] = 'labour_market',
  around: string[] = [],
): GapRegion => ({ slug, name: slug, type, around })
const group = (slug: string, parent: string | null = null): FacetValue => ({
  slug,
  code: null,
  labelNl: slug,
  labelEn: slug,
  parent,
})
const count = (
  slug: string,
  at: string,
  value: number,
  over: Partial<GroupCount> = {},
): GroupCount => ({
  group: slug,
  region: { slug: at, name: at, type: 'labour_market' },
  counter: 'uwv',
  value,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  periodCode: '2024MM12',
  periodLabel: 'december 2024',
  periodStart: '2024-12-01',
  caveats: [],
  reportRef: null,
  source: { slug: 'uwv', name: 'UWV', url: null },
  ...over,
})
const [A, B, P] = [
  region('a', 'labour_market', ['p']),
  region('b', 'labour_market', ['p']),
  region('p', 'province'),
]
const GROUPS = [group('gwu'), group('ww', 'gwu'), group('cbs-onbenut-arbeidspotentieel')]
const BASE: GapBase = {
  regions: [A, B, P],
  acting: [
    { group: 'gwu', region: 'a', initiatives: 2, helps: 1, noGain: 1 },
    { group: '', region: 'a', initiatives: 2, helps: 1, noGain: 1 },
    { group: 'gwu', region: 'p', initiatives: 3, helps: 1, noGain: 1 },
    { group: '', region: 'p', initiatives: 3, helps: 1, noGain: 1 },
  ],
  wider: [
    { group: 'gwu', region: 'b', initiatives: 1 },
    { group: '', region: 'b', initiatives: 1 },
  ],
  counts: [
    count('gwu', 'a', 1_000),
    count('gwu', 'b', 700),
    count('cbs-onbenut-arbeidspotentieel', 'p', 9_000, { counter: 'cbs' }),
  ],
}

describe('readGapChoice', () => {
  it('takes what exists and reads its own address back', () => {
    const choice = readGapChoice(
      { regio: 'p', doelgroep: ['ww', 'gwu'], pagina: '2' },
      BASE.regions,
      GROUPS,
    )
    expect(choice).toEqual({ type: 'province', region: 'p', group: 'ww', page: 2 })
    expect(readGapChoice(Object.fromEntries(gapParameters(choice)), BASE.regions, GROUPS)).toEqual(
      choice,
    )
  })

  it.each([
    ['x', '0'],
    ['<p>', '-1'],
    ['', '1.5'],
    ['p ', 'veel'],
    ['a', '99999'],
  ])('falls back to everything for region %j and page %j', (regio, pagina) => {
    expect(readGapChoice({ regio, pagina, gebied: 'onzin' }, BASE.regions, GROUPS)).toMatchObject({
      type: 'labour_market',
      group: null,
      page: 1,
    })
  })
})

describe('counts', () => {
  it('knows who counted', () =>
    expect(['cbs', 'uwv', 'internationals', 'other'].map(counterOf)).toEqual([
      'cbs',
      'uwv',
      'other',
      'other',
    ]))

  it('takes the largest count of a pair, never the sum', () => {
    expect(
      knownSize({ counts: { cbs: count('x', 'a', 400), uwv: count('x', 'a', 300), other: null } }),
    ).toBe(400)
    expect(knownSize({ counts: { cbs: null, uwv: null, other: null } })).toBeNull()
  })
})

describe('gaps', () => {
  it('puts counts of the region itself in their column and names those of the area around it apart', () => {
    const gaps = pairGaps(BASE, [A], GROUPS)
    expect(
      gaps.map(({ group: { slug }, counts, around, own, wider }) => [
        slug,
        counts.cbs?.value,
        counts.uwv?.value,
        around?.value,
        own,
        wider,
      ]),
    ).toEqual([
      ['gwu', undefined, 1_000, undefined, 2, 0],
      ['ww', undefined, undefined, undefined, 0, 0],
      ['cbs-onbenut-arbeidspotentieel', undefined, undefined, 9_000, 0, 0],
    ])
  })

  it('puts nothing before little, large before small, and unknown last', () => {
    const base: GapBase = {
      ...BASE,
      counts: [...BASE.counts, count('ww', 'a', 50), count('ww', 'b', 80)],
    }
    const gaps = pairGaps(base, [A, B], GROUPS).toSorted(compareGaps)
    expect(gaps.map(({ region: { slug }, group: { slug: name } }) => `${name} ${slug}`)).toEqual([
      'ww b',
      'ww a',
      'gwu b',
      'gwu a',
      'cbs-onbenut-arbeidspotentieel a',
      'cbs-onbenut-arbeidspotentieel b',
    ])
  })

  it('gives each region both counts side by side, and the broad groups without anything', () => {
    const [first, second] = regionGaps(
      BASE,
      'labour_market',
      GROUPS.filter(({ parent }) => parent === null),
    )
    expect([
      first?.region.slug,
      first?.counts.uwv?.value,
      first?.counts.cbs,
      first?.around?.value,
      first?.quietGroups,
    ]).toEqual(['b', 700, null, 9_000, 1])
    expect([second?.region.slug, second?.own, second?.wider]).toEqual(['a', 2, 0])
    expect(second?.found).toEqual({ helps: 1, noGain: 1 })
  })

  it('names the groups without anything anywhere', () => {
    expect(groupsNowhere(BASE, 'labour_market', GROUPS).map(({ slug }) => slug)).toEqual([
      'ww',
      'cbs-onbenut-arbeidspotentieel',
    ])
  })
})
