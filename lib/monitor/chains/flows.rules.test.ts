import { describe, expect, it } from 'vitest'
import { together } from '@/lib/base/amounts/rules'
import { chainState } from './rules'
import { moneyFlows } from './money.rules'
import { chain, funding, goal, measure } from '@/lib/base/testing/chain'

const TODAY = '2026-11-24'
describe('moneyFlows and chainState', () => {
  const labels = { none: 'Geen doel', several: 'Meer dan een doel' }
  it('keeps each stream apart and leaves unknown amounts out of the drawing', () => {
    const of = chain({
      goals: [goal({ measures: [measure()] })],
      fundings: [
        funding({ id: 'a' }),
        funding({ id: 'b', amountEuro: 50 }),
        funding({ id: 'c', amountEuro: null }),
      ],
    })
    const flow = {
      provider: 'Gemeente',
      via: 'Coaches',
      goal: 'Meer werk',
      qualifier: 'exact',
      overlap: 'unknown',
      isExample: false,
      paysFor: 'm',
    }
    expect(moneyFlows(of, labels)).toEqual([
      { ...flow, euro: 100 },
      { ...flow, euro: 50 },
    ])
    expect(together(chainState(of, TODAY).amounts)).toEqual({
      kind: 'apart',
      count: 2,
      low: 50,
      high: 100,
      why: 'overlap',
    })
    expect(chainState(of, TODAY)).toMatchObject({
      streams: 3,
      unknownAmounts: 1,
      goals: 1,
      goalsServed: 0,
      measures: 1,
    })
  })

  it('takes money of an initiative that carries a measure as money for that measure', () => {
    const carried = measure({
      initiatives: [
        {
          id: 'i',
          slug: 'i',
          title: 'Stage',
          measured: false,
          rank: 1,
          direction: 'notCompared',
        },
      ],
    })
    const of = (initiativeId: string) =>
      chain({
        goals: [goal({ measures: [carried] })],
        fundings: [
          funding({ id: 'a' }),
          funding({
            id: 'b',
            measureId: null,
            initiativeId,
            initiative: { slug: initiativeId, title: 'Stage' },
            amountEuro: 50,
          }),
        ],
      })
    expect(together(chainState(of('i'), TODAY).amounts)).toMatchObject({
      kind: 'apart',
      why: 'overlap',
    })
    expect(together(chainState(of('other'), TODAY).amounts)).toEqual({ kind: 'sum', euro: 150 })
  })

  it('does not divide the money of an initiative over several goals', () => {
    const facts = {
      initiativeId: 'i',
      lifecycle: 'running' as const,
      goals: 2,
      measures: 0,
      fundings: [],
      indicatorCount: 0,
      measuredCount: 0,
    }
    const of = chain({
      goals: [goal({ id: 'g1' }), goal({ id: 'g2' })],
      initiatives: [
        {
          id: 'i',
          slug: 'i',
          title: 'Stage',
          rank: 1,
          direction: 'notCompared',
          isExample: false,
          goalIds: ['g1', 'g2'],
          chain: facts,
        },
      ],
      fundings: [
        funding({ measureId: null, initiativeId: 'i', initiative: { slug: 'i', title: 'Stage' } }),
      ],
    })
    expect(moneyFlows(of, labels)).toEqual([
      {
        provider: 'Gemeente',
        via: 'Stage',
        goal: 'Meer dan een doel',
        euro: 100,
        qualifier: 'exact',
        overlap: 'unknown',
        isExample: false,
        paysFor: 'i',
      },
    ])
  })
})
