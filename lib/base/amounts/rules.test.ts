import { describe, expect, it } from 'vitest'
import { amountsOf, joinAmounts, NO_AMOUNTS, oneFigure, together } from './rules'

describe('amounts together', () => {
  const row = (euro: number | null, paysFor: string, qualifier: string | null = 'exact') => ({
    euro,
    paysFor,
    qualifier,
  })
  const shown = (...rows: ReturnType<typeof row>[]) => together(amountsOf(rows))

  it('are a sum when each is exact and pays for something of its own', () => {
    expect(shown(row(100, 'a'), row(50, 'b'), row(null, 'a'), row(1, 'c', null))).toEqual({
      kind: 'sum',
      euro: 151,
    })
  })

  it('of a province and about so much of a municipality for one initiative stand side by side', () => {
    expect(shown(row(350_000, 'i'), row(750_000, 'i', 'circa'))).toEqual({
      kind: 'apart',
      count: 2,
      low: 350_000,
      high: 750_000,
      why: 'both',
    })
  })

  it.each([
    ['one is approximate', [row(100, 'a'), row(50, 'b', 'circa')], 'approximate'],
    ['one is a ceiling', [row(100, 'a', 'maximaal'), row(50, 'b')], 'approximate'],
    ['two pay for the same', [row(100, 'a'), row(50, 'a'), row(2, 'b')], 'overlap'],
  ])('are no sum when %s', (_name, rows, why) => {
    expect(shown(...rows)).toMatchObject({ kind: 'apart', why })
    expect(oneFigure(amountsOf(rows))).toBeNull()
  })

  it('are that one amount with its word, or nothing', () => {
    expect(shown(row(5, 'a', 'circa'), row(null, 'a'))).toEqual({
      kind: 'one',
      euro: 5,
      qualifier: 'circa',
    })
    expect(shown(row(null, 'a'))).toEqual({ kind: 'none' })
    expect(oneFigure(amountsOf([row(5, 'a')]))).toBe(5)
    expect(oneFigure(amountsOf([row(5, 'a', 'circa')]))).toBeNull()
  })

  it('join to what they are at once, as long as no group pays for what another one pays for', () => {
    const parts = [
      [row(1, 'a'), row(2, 'a', 'circa')],
      [row(30, 'b', 'maximaal')],
      [],
      [row(4, 'c')],
    ]
    expect(parts.map(amountsOf).reduce(joinAmounts, NO_AMOUNTS)).toEqual(amountsOf(parts.flat()))
  })
})
