import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { domainSums, flows, welfareLines } from './rules'
import { DOMAINS, type BalanceRow } from './types'

const figure = (slug: string, id: string, type: ContextFigure['region']['type'], value: number) =>
  ({ indicator: { slug }, region: { id, type }, value }) as ContextFigure
const row = (over: Partial<BalanceRow>): BalanceRow => ({
  initiative: { slug: 'a', title: 'A' },
  domain: 'informal_care',
  effect: 'worse',
  hours: null,
  carriedBy: null,
  source: null,
  ...over,
})

describe('welfareLines', () => {
  const figures = [
    figure('mantelzorgers', 'ggd1', 'ggd', 14),
    figure('mantelzorgers', 'ggd2', 'ggd', 13),
    figure('mantelzorgers', 'nl', 'country', 12.5),
    figure('oap-aandeel', 'pv', 'province', 8.5),
    figure('oap-aandeel', 'ld', 'landsdeel', 9),
    figure('oap-aandeel', 'nl', 'country', 8.9),
  ]

  it('takes every GGD region for unpaid work and the nearest area for work, the country apart', () => {
    const lines = welfareLines(figures, { health: ['ggd1', 'ggd2'], survey: ['pv', 'ld', 'nl'] })
    const words = lines.map(({ slug, here, country }) => [
      slug,
      here.map(({ region }) => region.id),
      country.map(({ value }) => value),
    ])
    expect(words).toEqual([
      ['vrijwilligers-18plus', [], []],
      ['mantelzorgers', ['ggd1', 'ggd2'], [12.5]],
      ['mantelzorgers-zwaar-belast', [], []],
      ['oap-aandeel', ['pv'], [8.9]],
      ['netto-participatie', [], []],
    ])
  })

  it('goes to the next area when the nearest has no figure, and stays empty without any', () => {
    expect(
      welfareLines(figures, { health: [], survey: ['x', 'ld', 'nl'] })[3]?.here.map(
        ({ region }) => region.id,
      ),
    ).toEqual(['ld'])
    expect(welfareLines(figures, { health: [], survey: ['nl'] })[3]?.here).toEqual([])
  })
})

describe('the balance', () => {
  it('counts what nobody looked at as such, and adds up only known hours, better and worse apart', () => {
    const rows = [
      row({ hours: 4 }),
      row({}),
      row({ effect: 'better', hours: 1.5 }),
      row({ effect: 'same', hours: 9 }),
    ]
    expect(domainSums({ total: 7, rows })[0]).toEqual({
      domain: 'informal_care',
      better: 1,
      same: 1,
      worse: 2,
      notExamined: 3,
      hoursBetter: 1.5,
      hoursWorse: 4,
      hoursUnknown: 1,
    })
  })

  it('says null and never 0 where no hours are known', () => {
    expect(domainSums({ total: 2, rows: [row({}), row({ effect: 'better' })] })[0]).toMatchObject({
      hoursBetter: null,
      hoursWorse: null,
      hoursUnknown: 2,
    })
  })

  it('accounts for every initiative in every domain', () => {
    const anyRow = fc.record({
      domain: fc.constantFrom(...DOMAINS),
      effect: fc.constantFrom('better' as const, 'same' as const, 'worse' as const),
      hours: fc.option(fc.integer({ min: 0, max: 40 })),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (list) => {
        for (const { better, same, worse, notExamined } of domainSums({
          total: 20,
          rows: list.map(row),
        }))
          expect(better + same + worse + notExamined).toBe(20)
      }),
    )
  })

  it('shows hours that move, most first', () => {
    expect(
      flows([
        row({ hours: 2 }),
        row({ hours: 0 }),
        row({ effect: 'same', hours: 8 }),
        row({ hours: 5, effect: 'better' }),
        row({}),
      ]).map(({ hours }) => hours),
    ).toEqual([5, 2])
  })
})
