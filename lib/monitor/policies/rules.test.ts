import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, toCalendarDate } from '@/lib/base/text/calendar'
import {
  aimsAtPaidWork,
  chainOf,
  deriveSignals,
  endsWithoutFollowUp,
  latestMeasurement,
  fundingExpiry,
  regionOpenEnds,
} from './rules'
import type { FundingFacts, IndicatorFacts, MonitorFacts, RegionInitiative, Signal } from './types'

const TODAY = '2026-11-24'

const inDays = (days: number) =>
  toCalendarDate(new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000))

const funding = (change: Partial<FundingFacts> = {}): FundingFacts => ({
  typeSlug: 'provinciale-subsidie',
  provider: 'Provincie',
  alignmentSlug: 'sluit-aan',
  endsOn: null,
  hasPlan: false,
  ...change,
})

const indicator = (change: Partial<IndicatorFacts> = {}): IndicatorFacts => ({
  label: 'Betaald werk',
  resultTypeSlug: 'outcome',
  hasBaseline: true,
  measurements: [{ on: TODAY, n: 100 }],
  ...change,
})

const facts = ({
  indicators = [indicator()],
  ...change
}: Partial<MonitorFacts> = {}): MonitorFacts => ({
  initiativeId: 'a',
  lifecycle: 'running',
  goals: 1,
  measures: 1,
  fundings: [funding({ typeSlug: 'structureel' })],
  indicators,
  indicatorCount: indicators.length,
  measuredCount: indicators.filter((item) => item.measurements.length > 0).length,
  displacementSlug: 'geen-verdringing',
  targetGroupWork: ['geen'],
  hasStyle: true,
  hasStyleRationale: true,
  ...change,
})

const slugs = (signals: Signal[]) => signals.map((signal) => signal.slug)
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

describe('signals', () => {
  it('are silent for a complete monitor', () => {
    expect(deriveSignals(facts(), TODAY)).toEqual([])
  })

  it.each([
    [179, ['financiering-loopt-af']],
    [180, ['financiering-loopt-af']],
    [181, []],
    [-1, ['financiering-loopt-af']],
  ])('say that money ends in %i days', (days, expected) => {
    expect(
      slugs(deriveSignals(facts({ fundings: [funding({ endsOn: inDays(days) })] }), TODAY)),
    ).toEqual(expected)
  })

  it('do not say so when there is a plan, a later stream or nothing left to pay', () => {
    const ending = funding({ endsOn: inDays(10) })
    expect(deriveSignals(facts({ fundings: [{ ...ending, hasPlan: true }] }), TODAY)).toEqual([])
    expect(
      deriveSignals(facts({ fundings: [ending, funding({ endsOn: inDays(400) })] }), TODAY),
    ).toEqual([])
    expect(deriveSignals(facts({ fundings: [ending], lifecycle: 'stopped' }), TODAY)).toEqual([])
  })

  it('name the provider, the day and the days left', () => {
    const [first] = deriveSignals(
      facts({ fundings: [funding({ endsOn: '2027-01-01', provider: 'Provincie Drenthe' })] }),
      TODAY,
    )
    expect(first).toEqual({
      slug: 'financiering-loopt-af',
      subject: 'Provincie Drenthe',
      on: '2027-01-01',
      count: 38,
    })
  })

  it('ask for a baseline of outcomes only', () => {
    const without = indicator({ hasBaseline: false })
    expect(slugs(deriveSignals(facts({ indicators: [without] }), TODAY))).toEqual([
      'geen-nulmeting',
    ])
    expect(
      deriveSignals(facts({ indicators: [{ ...without, resultTypeSlug: 'output' }] }), TODAY),
    ).toEqual([])
  })

  it.each([
    ['2025-11-24', []],
    ['2025-11-23', ['geen-recente-meting']],
    ['2025-11-25', []],
    [null, ['geen-recente-meting']],
  ])('call a measurement of %s while running: %j', (on, expected) => {
    expect(
      slugs(
        deriveSignals(facts({ indicators: [indicator({ measurements: [{ on, n: 50 }] })] }), TODAY),
      ),
    ).toEqual(expected)
  })

  it('do not ask for a fresh measurement of what is over, or of what was never measured', () => {
    const old = indicator({ measurements: [{ on: '2020-01-01', n: 50 }] })
    expect(deriveSignals(facts({ indicators: [old], lifecycle: 'completed' }), TODAY)).toEqual([])
    expect(deriveSignals(facts({ indicators: [indicator({ measurements: [] })] }), TODAY)).toEqual(
      [],
    )
  })

  it.each([
    [0, ['te-klein-om-te-tonen']],
    [9, ['te-klein-om-te-tonen']],
    [10, ['kleine-groep']],
    [29, ['kleine-groep']],
    [30, []],
    [null, []],
  ])('judge a group of %j', (n, expected) => {
    expect(
      slugs(
        deriveSignals(
          facts({ indicators: [indicator({ measurements: [{ on: TODAY, n }] })] }),
          TODAY,
        ),
      ),
    ).toEqual(expected)
  })

  it('look at the latest group only', () => {
    const grown = indicator({
      measurements: [
        { on: '2026-11-01', n: 60 },
        { on: '2026-01-01', n: 5 },
      ],
    })
    expect(deriveSignals(facts({ indicators: [grown] }), TODAY)).toEqual([])
  })

  it('name each stream that does not fit the goal', () => {
    const fundings = [
      funding({ typeSlug: 'structureel' }),
      funding({ alignmentSlug: 'sluit-niet-aan', provider: 'Fonds' }),
    ]
    expect(deriveSignals(facts({ fundings }), TODAY)).toEqual([
      { slug: 'doel-en-subsidie-wijken-af', subject: 'Fonds', on: null, count: null },
    ])
  })

  it('ask about unpaid work unless the target groups work unpaid already', () => {
    const unexamined = { displacementSlug: 'niet-onderzocht' }
    expect(slugs(deriveSignals(facts(unexamined), TODAY))).toEqual(['verdringing-niet-onderzocht'])
    expect(deriveSignals(facts({ ...unexamined, targetGroupWork: ['onbetaald'] }), TODAY)).toEqual(
      [],
    )
    expect(aimsAtPaidWork(['onbetaald', 'gemengd'])).toBe(true)
    expect(aimsAtPaidWork([])).toBe(true)
  })

  it('ask why a style was chosen, not when no style is known', () => {
    expect(slugs(deriveSignals(facts({ hasStyleRationale: false }), TODAY))).toEqual([
      'stijl-niet-gemotiveerd',
    ])
    expect(deriveSignals(facts({ hasStyle: false, hasStyleRationale: false }), TODAY)).toEqual([])
  })
})

describe('the latest measurement', () => {
  it('is the one with the latest day, whatever the order', () => {
    const days = fc.array(
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map(toCalendarDate),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(days, (list) => {
        expect(latestMeasurement(list.map((on) => ({ on, n: null })))?.on).toBe(
          [...list].sort().at(-1),
        )
      }),
    )
    expect(latestMeasurement([])).toBeNull()
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
