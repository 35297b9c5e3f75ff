import { describe, expect, it } from 'vitest'
import {
  chainOpenEnds,
  chainState,
  countsInYear,
  inTreeOrder,
  isChainKnown,
  servedGoals,
} from './rules'
import { chain, funding, goal, measure } from '@/lib/base/testing/chain'
import type { RegionChain } from './types'

const TODAY = '2026-11-24'
const kinds = (of: RegionChain) => chainOpenEnds(of, TODAY).map(({ kind, key }) => `${kind} ${key}`)

describe('countsInYear', () => {
  it('counts a period that touches the year, and one without dates', () => {
    expect(countsInYear({ startsOn: '2026-12-31', endsOn: null }, 2026)).toBe(true)
    expect(countsInYear({ startsOn: '2027-01-01', endsOn: null }, 2026)).toBe(false)
    expect(countsInYear({ startsOn: null, endsOn: '2026-01-01' }, 2026)).toBe(true)
    expect(countsInYear({ startsOn: null, endsOn: '2025-12-31' }, 2026)).toBe(false)
    expect(countsInYear({ startsOn: null, endsOn: null }, 2026)).toBe(true)
  })
})

describe('inTreeOrder', () => {
  it('puts each node right before the ones under it, and an orphan at the top', () => {
    const nodes = [
      { id: 'b', parentId: 'a' },
      { id: 'a', parentId: null },
      { id: 'c', parentId: 'b' },
      { id: 'd', parentId: 'gone' },
    ]
    expect(inTreeOrder(nodes).map(({ id, depth }) => `${id}${depth}`)).toEqual([
      'a0',
      'b1',
      'c2',
      'd0',
    ])
  })
})

describe('servedGoals', () => {
  it('lets an initiative under a goal serve the goals above it', () => {
    const served = servedGoals([
      goal({ id: 'top' }),
      goal({
        id: 'under',
        parentId: 'top',
        initiatives: [{ id: 'i', slug: 'i', title: 'I', inRegion: true }],
      }),
      goal({ id: 'other' }),
    ])
    expect([...served].toSorted()).toEqual(['top', 'under'])
  })
})

describe('chainOpenEnds', () => {
  it('names a goal without initiative and a measure without verdict', () => {
    expect(kinds(chain({ goals: [goal({ measures: [measure()] })] }))).toEqual([
      'goalsWithoutInitiative g',
      'measuresWithoutVerdict m',
      'goalsWithoutTarget g',
    ])
    const judged = {
      id: 'n',
      goalId: 'g',
      measureId: null,
      label: 'Banen',
      unit: 'people' as const,
      lowerIsBetter: false,
      baseline: null,
      target: { year: 2028, value: 60 },
      values: [],
      sourceTitle: null,
      version: 1,
    }
    expect(kinds(chain({ goals: [goal({ indicators: [judged] })] }))).toEqual([
      'goalsWithoutInitiative g',
    ])
  })

  it('counts what stands loose in a larger area as the sentences do, and says that the region cannot mend it', () => {
    const of = chain({
      goals: [
        goal({ measures: [measure()] }),
        goal({ id: 'h', own: false, measures: [measure({ id: 'n', goalId: 'h' })] }),
      ],
      fundings: [funding({ measureId: 'n', measured: false, endsOn: '2026-12-31' })],
    })
    const found = chainOpenEnds(of, TODAY)
    expect(found.filter(({ own }) => !own).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'goalsWithoutInitiative h',
      'moneyWithoutMeasurement f',
      'moneyEnding n',
      'measuresWithoutVerdict n',
      'goalsWithoutTarget h',
    ])
    const { goals, goalsServed, measures, verdicts } = chainState(of, TODAY)
    const counted = (wanted: string) => found.filter(({ kind }) => kind === wanted).length
    expect([counted('goalsWithoutInitiative'), counted('measuresWithoutVerdict')]).toEqual([
      goals - goalsServed,
      measures - verdicts,
    ])
  })

  it('counts money that ends on the last day of twelve months, not a day later, and not with a plan', () => {
    const ends = (endsOn: string, hasPlan = false) =>
      kinds(chain({ fundings: [funding({ endsOn, hasPlan })] }))
    expect(ends('2027-11-24')).toEqual(['moneyEnding m'])
    expect(ends('2027-11-25')).toEqual([])
    expect(ends('2027-11-24', true)).toEqual([])
  })

  it('lets another stream to the same measure be the follow-up', () => {
    expect(
      kinds(
        chain({
          fundings: [
            funding({ id: 'a', endsOn: '2026-12-31' }),
            funding({ id: 'b', endsOn: '2029-12-31' }),
          ],
        }),
      ),
    ).toEqual([])
  })

  it('names money of which nothing was measured', () => {
    expect(kinds(chain({ fundings: [funding({ measured: false })] }))).toEqual([
      'moneyWithoutMeasurement f',
    ])
  })
})

describe('isChainKnown', () => {
  const nothing = { goals: 0, measures: 0, streams: 0 }

  it.each([
    [nothing, 0, false],
    [nothing, 1, true],
    [{ ...nothing, goals: 1 }, 0, true],
    [{ ...nothing, measures: 1 }, 0, true],
    [{ ...nothing, streams: 1 }, 0, true],
  ])('%o with %i loose ends: %s', (state, loose, expected) => {
    expect(isChainKnown(state, Array.from({ length: loose }))).toBe(expected)
  })
})
