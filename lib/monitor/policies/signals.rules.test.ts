import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { facts, funding, inDays, indicator, TODAY } from '@/lib/base/testing/monitor-facts'
import { aimsAtPaidWork } from './rules'
import { deriveSignals, latestMeasurement } from './signals.rules'
import type { Signal } from './chain.types'

const kinds = (signals: Signal[]) => signals.map((signal) => signal.kind)

describe('signals', () => {
  it('are silent for a complete monitor', () => {
    expect(deriveSignals(facts(), TODAY)).toEqual([])
  })

  it.each([
    [179, ['fundingEnding']],
    [180, ['fundingEnding']],
    [181, []],
    [-1, ['fundingEnding']],
  ])('say that money ends in %i days', (days, expected) => {
    expect(
      kinds(deriveSignals(facts({ fundings: [funding({ endsOn: inDays(days) })] }), TODAY)),
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
      kind: 'fundingEnding',
      subject: 'Provincie Drenthe',
      on: '2027-01-01',
      count: 38,
    })
  })

  it('ask for a baseline of outcomes only', () => {
    const without = indicator({ hasBaseline: false })
    expect(kinds(deriveSignals(facts({ indicators: [without] }), TODAY))).toEqual(['noBaseline'])
    expect(
      deriveSignals(facts({ indicators: [{ ...without, resultTypeSlug: 'output' }] }), TODAY),
    ).toEqual([])
  })

  it.each([
    ['2025-11-24', []],
    ['2025-11-23', ['noRecentMeasurement']],
    ['2025-11-25', []],
    [null, ['noRecentMeasurement']],
  ])('call a measurement of %s while running: %j', (on, expected) => {
    expect(
      kinds(
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
    [0, ['tooSmallToShow']],
    [9, ['tooSmallToShow']],
    [10, ['smallGroup']],
    [29, ['smallGroup']],
    [30, []],
    [null, []],
  ])('judge a group of %j', (n, expected) => {
    expect(
      kinds(
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
      { kind: 'fundingMisaligned', subject: 'Fonds', on: null, count: null },
    ])
  })

  it('ask about unpaid work unless the target groups work unpaid already', () => {
    const unexamined = { displacementSlug: 'niet-onderzocht' }
    expect(kinds(deriveSignals(facts(unexamined), TODAY))).toEqual(['displacementNotExamined'])
    expect(deriveSignals(facts({ ...unexamined, targetGroupWork: ['onbetaald'] }), TODAY)).toEqual(
      [],
    )
    expect(aimsAtPaidWork(['onbetaald', 'gemengd'])).toBe(true)
    expect(aimsAtPaidWork([])).toBe(true)
  })

  it('ask why a style was chosen, not when no style is known', () => {
    expect(kinds(deriveSignals(facts({ hasStyleRationale: false }), TODAY))).toEqual([
      'styleWithoutReason',
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
