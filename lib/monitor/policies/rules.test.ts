import { describe, expect, it } from 'vitest'
import { addMonths } from '@/lib/base/text/calendar'
import { facts, funding, inDays, indicator, TODAY } from '@/lib/base/testing/monitor-facts'
import { chainOf, endsWithoutFollowUp, fundingExpiry, regionOpenEnds } from './rules'
import type { RegionInitiative } from './types'
import type { FundingFacts, MonitorFacts } from './chain.types'

const step = (change: Partial<MonitorFacts>, kind: string) =>
  chainOf(facts(change), TODAY).steps.find((item) => item.kind === kind)

describe('how far the money reaches', () => {
  it('is none without funding and when only the type "onbekend" is filled in', () => {
    expect(fundingExpiry([], TODAY)).toEqual({ kind: 'none' })
    expect(fundingExpiry([funding({ typeSlug: 'onbekend' })], TODAY)).toEqual({ kind: 'none' })
  })

  it('takes the last end date and the plan of a stream that ends on it', () => {
    const fundings = [
      funding({ endsOn: '2026-12-31', hasPlan: true }),
      funding({ endsOn: '2027-01-01', provider: 'Gemeente' }),
    ]
    expect(fundingExpiry(fundings, TODAY)).toEqual({
      kind: 'ends',
      on: '2027-01-01',
      days: 38,
      planned: false,
      provider: 'Gemeente',
    })
  })

  it('is not postponed by a stream whose end nobody wrote down', () => {
    expect(fundingExpiry([funding(), funding({ endsOn: '2027-01-01' })], TODAY)).toMatchObject({
      kind: 'ends',
      on: '2027-01-01',
    })
    expect(fundingExpiry([funding()], TODAY)).toEqual({ kind: 'endUnknown' })
  })

  it('continues with structural money', () => {
    expect(
      fundingExpiry(
        [funding({ typeSlug: 'structureel' }), funding({ endsOn: '2026-12-01' })],
        TODAY,
      ),
    ).toEqual({ kind: 'continues' })
  })
})

describe('the chain', () => {
  it('has five steps in the order of policy', () => {
    expect(chainOf(facts(), TODAY).steps.map((item) => item.kind)).toEqual([
      'goal',
      'measure',
      'funding',
      'initiative',
      'indicator',
    ])
  })

  it('shows what is missing', () => {
    const empty = facts({
      goals: 0,
      measures: 0,
      fundings: [],
      indicators: [],
      lifecycle: 'unknown',
    })
    expect(chainOf(empty, TODAY).steps.map((item) => item.code)).toEqual([
      'goalMissing',
      'measureMissing',
      'fundingMissing',
      'initiativeUnknown',
      'indicatorMissing',
    ])
  })

  it('tells an indicator nobody measured from no indicator', () => {
    expect(step({ indicators: [indicator({ measurements: [] })] }, 'indicator')).toMatchObject({
      state: 'missing',
      code: 'indicatorUnmeasured',
      count: 1,
    })
    expect(step({}, 'indicator')).toMatchObject({ state: 'present', code: 'indicatorMeasured' })
  })

  it.each([
    ['on the last day of the horizon', addMonths(TODAY, 12), 'ending', 'fundingEnding'],
    ['a day after the horizon', '2027-11-25', 'present', 'fundingPresent'],
    ['today', TODAY, 'ending', 'fundingEnding'],
    ['yesterday', inDays(-1), 'missing', 'fundingEnded'],
  ])('frays money that ends %s', (_, endsOn, state, code) => {
    expect(step({ fundings: [funding({ endsOn })] }, 'funding')).toEqual({
      kind: 'funding',
      state,
      code,
      count: 1,
      on: endsOn,
    })
  })

  it('does not fray money with a plan, nor of something that is over', () => {
    expect(
      step({ fundings: [funding({ endsOn: inDays(10), hasPlan: true })] }, 'funding'),
    ).toMatchObject({ state: 'present' })
    expect(
      step({ fundings: [funding({ endsOn: inDays(-10) })], lifecycle: 'completed' }, 'funding'),
    ).toMatchObject({ state: 'present' })
  })
})

describe('the openEnds of a region', () => {
  const initiative = (
    id: string,
    goalIds: string[],
    fundings: FundingFacts[],
    measuredCount: number,
  ): RegionInitiative => ({
    id,
    slug: id,
    title: id,
    rank: 0,
    direction: 'notCompared',
    isExample: false,
    goalIds,
    chain: {
      initiativeId: id,
      lifecycle: 'running',
      goals: goalIds.length,
      measures: 0,
      fundings,
      indicatorCount: measuredCount,
      measuredCount,
    },
  })

  it('are goals without initiative, initiatives without goal, money without measurement and money that ends', () => {
    const goals = [
      { id: 'g', initiatives: [{ id: 'a', slug: 'a', title: 'a', inRegion: true }] },
      { id: 'h', initiatives: [] },
    ]
    const initiatives = [
      initiative('a', ['g'], [funding({ endsOn: addMonths(TODAY, 12) })], 1),
      initiative('b', [], [funding({ endsOn: '2027-11-25' })], 0),
      initiative('c', ['g'], [], 0),
    ]
    expect(regionOpenEnds(goals, initiatives, TODAY)).toEqual({
      goalsWithoutInitiative: ['h'],
      initiativesWithoutGoal: ['b'],
      moneyWithoutMeasurement: ['b'],
      moneyEnding: [{ initiativeId: 'a', on: '2027-11-24' }],
    })
  })

  it('are empty for an empty region', () => {
    expect(regionOpenEnds([], [], TODAY)).toEqual({
      goalsWithoutInitiative: [],
      initiativesWithoutGoal: [],
      moneyWithoutMeasurement: [],
      moneyEnding: [],
    })
  })

  it('count money that ended long ago while the initiative runs on', () => {
    expect(endsWithoutFollowUp([funding({ endsOn: '2020-01-01' })], 'running', TODAY)).toBe(true)
    expect(endsWithoutFollowUp([funding({ endsOn: '2020-01-01' })], 'completed', TODAY)).toBe(false)
  })
})
