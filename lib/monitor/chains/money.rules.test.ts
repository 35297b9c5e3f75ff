import { describe, expect, it } from 'vitest'
import { together } from '@/lib/base/amounts/rules'
import { chainState } from './rules'
import { evidenceOf, moneyByEvidence } from './money.rules'
import type { ChainFunding, RegionChain } from './types'

const region = {
  id: 'r',
  slug: 'midden',
  name: 'Midden',
  type: 'labour_market' as const,
  code: 'AM26',
}
const term = { slug: 'gemeente', labelNl: 'Gemeente', labelEn: 'Municipality' }
const helps = { rank: 4, direction: 'helps' } as const
const harms = { rank: 4, direction: 'harms' } as const

let next = 0
function funding(over: Partial<ChainFunding>): ChainFunding {
  next += 1
  return {
    id: `f${next}`,
    measureId: `m${next}`,
    initiativeId: null,
    initiative: null,
    provider: 'Gemeente',
    type: term,
    amountEuro: 100,
    amountQualifier: 'exact',
    overlap: 'unknown',
    isExample: false,
    startsOn: null,
    endsOn: null,
    alignment: term,
    hasPlan: false,
    measured: true,
    evidence: null,
    version: 1,
    ...over,
  }
}
const chain = (...fundings: ChainFunding[]): RegionChain => ({
  region,
  year: 2026,
  goals: [],
  initiatives: [],
  fundings,
})
const total = (...fundings: ChainFunding[]) =>
  together(chainState(chain(...fundings), '2026-11-30').amounts)

describe('money beside what is known', () => {
  it('has one level and direction, several, or nothing', () => {
    expect(evidenceOf([])).toBeNull()
    expect(evidenceOf([helps, helps])).toEqual(helps)
    expect(evidenceOf([helps, harms])).toBe('several')
  })

  it('stands per level and direction, what helps first and without an initiative last', () => {
    const rows = moneyByEvidence(
      chain(
        funding({}),
        funding({ evidence: harms }),
        funding({ evidence: 'several' }),
        funding({ evidence: helps }),
        funding({ evidence: helps, amountEuro: 50 }),
      ),
    )
    expect(rows.map(({ evidence, streams }) => [evidence, streams])).toEqual([
      [helps, 2],
      [harms, 1],
      ['several', 1],
      ['none', 1],
    ])
    expect(together(rows[0]!.amounts)).toEqual({ kind: 'sum', euro: 150 })
  })
})

describe('the total of a region', () => {
  it('never holds an amount that may be part of another, nor one that is about so much', () => {
    expect(total(funding({}), funding({}))).toEqual({ kind: 'sum', euro: 200 })
    expect(total(funding({}), funding({ overlap: 'may_overlap' }))).toMatchObject({
      kind: 'apart',
      why: 'overlap',
    })
    expect(total(funding({}), funding({ amountQualifier: 'minstens' }))).toMatchObject({
      kind: 'apart',
      why: 'approximate',
    })
  })

  it('adds what pays for the same when all of it is marked as coming on top', () => {
    const same = { measureId: 'm', overlap: 'separate' as const }
    expect(total(funding(same), funding(same))).toEqual({ kind: 'sum', euro: 200 })
    expect(total(funding(same), funding({ measureId: 'm' }))).toMatchObject({ kind: 'apart' })
  })

  it('leaves examples out beside real money, and shows them where there is nothing else', () => {
    const { amounts, unknownAmounts } = chainState(
      chain(funding({}), funding({ isExample: true, amountEuro: 9_000 })),
      '2026-11-30',
    )
    expect(amounts).toMatchObject({ known: 1, euro: 100, examples: 1 })
    expect(unknownAmounts).toBe(0)
    expect(total(funding({ isExample: true }))).toMatchObject({ kind: 'one', euro: 100 })
  })
})
