import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitReasons, fitWeights, nearestCounts, similarInSize } from './rules'
import type { CountedGroup, RegionTraits } from './types'

const group = (slug: string, people: number, regionName = 'Twente'): CountedGroup => ({
  slug,
  people,
  regionName,
  sourceName: 'UWV',
  periodLabel: 'december 2024',
})
const TWENTE: RegionTraits = {
  slug: 'twente',
  name: 'Twente',
  province: 'provincie-overijssel',
  groups: [group('gwu', 40_000), group('statushouders', 4_000)],
  sectors: ['techniek'],
  challenges: [],
  peers: ['zwolle'],
}

describe('similarInSize', () => {
  const sizes = new Map([
    ['own', 1_000],
    ['edge', 1_250],
    ['over', 1_251],
    ['under', 749],
    ['low', 750],
  ])
  it('takes regions up to a quarter away and not the region itself', () =>
    expect(similarInSize('own', sizes)).toEqual(['edge', 'low']))
  it('finds none for a region that is not counted', () =>
    expect(similarInSize('unknown', sizes)).toEqual([]))
})

describe('nearestCounts', () => {
  it('takes the count of the region itself before that of a larger one', () => {
    expect(
      nearestCounts([
        { ...group('gwu', 90_000, 'Overijssel'), nearness: 2 },
        { ...group('gwu', 40_000), nearness: 0 },
      ]),
    ).toEqual([group('gwu', 40_000)])
  })
})

describe('fitWeights', () => {
  it('weighs a group by its size beside the largest in the same region, from 1 to 3', () => {
    expect(fitWeights(TWENTE)).toEqual([
      { facet: 'targetGroup', slug: 'gwu', weight: 3 },
      { facet: 'targetGroup', slug: 'statushouders', weight: 1.2 },
      { facet: 'sector', slug: 'techniek', weight: 1 },
      { facet: 'region', slug: 'provincie-overijssel', weight: 1 },
      { facet: 'region', slug: 'zwolle', weight: 1 },
    ])
  })

  it('stays between 1 and 3 for each group, and never compares counts of two regions', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ people: fc.integer({ min: 0, max: 1e7 }), place: fc.constantFrom('A', 'B') }),
          { maxLength: 8 },
        ),
        (list) => {
          const groups = list.map(({ people, place }, index) => group(`g${index}`, people, place))
          for (const { weight } of fitWeights({
            ...TWENTE,
            groups,
            sectors: [],
            province: null,
            peers: [],
          })) {
            expect(weight).toBeGreaterThanOrEqual(1)
            expect(weight).toBeLessThanOrEqual(3)
          }
        },
      ),
    )
  })
})

describe('fitReasons', () => {
  it('gives a reason for each weight that counts, largest group first', () => {
    const hit = {
      targetGroups: ['statushouders', 'gwu', 'vrouwen'],
      sectors: ['techniek'],
      challenges: ['klimaat'],
      regions: ['provincie-overijssel'],
    }
    expect(fitReasons(hit, TWENTE).map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'group gwu',
      'group statushouders',
      'sector techniek',
      'province provincie-overijssel',
    ])
  })

  it('has none when nothing is shared', () =>
    expect(
      fitReasons({ targetGroups: [], sectors: [], challenges: [], regions: [] }, TWENTE),
    ).toEqual([]))
})
