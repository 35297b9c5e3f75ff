import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseItems, isoWeek } from './rules'
import type { DigestItem } from './types'

const item = (
  kind: DigestItem['kind'],
  day: number,
  path = `/${kind}-${String(day)}`,
): DigestItem => ({ kind, title: 'x', path, since: new Date(Date.UTC(2026, 10, day)) })

describe('isoWeek', () => {
  it.each([
    ['2026-11-24', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
  ])('%s lies in %s', (day, week) => {
    expect(isoWeek(day)).toBe(week)
  })
})

describe('chooseItems', () => {
  it('puts what waits on the person first, the longest waiting of a kind first, and the newest news last', () => {
    const chosen = chooseItems([
      item('news', 1),
      item('news', 3),
      item('draft', 2),
      item('returned', 9),
      item('review', 8),
      item('review', 4),
    ])
    expect(chosen.items.map(({ path }) => path)).toEqual([
      '/review-4',
      '/review-8',
      '/returned-9',
      '/draft-2',
      '/news-3',
    ])
  })

  it('names one place once and no more than five', () => {
    expect(chooseItems([item('news', 1, '/a'), item('draft', 2, '/a')])).toMatchObject({
      items: [{ path: '/a' }],
      more: 0,
    })
    const many = chooseItems([1, 2, 3, 4, 5, 6, 7].map((day) => item('draft', day)))
    expect([many.items.length, many.more]).toEqual([5, 2])
    expect(chooseItems([])).toEqual({ items: [], more: 0 })
  })

  it('does not depend on the order in which candidates come', () => {
    const all = [
      item('news', 1),
      item('news', 2),
      item('draft', 2),
      item('review', 8),
      item('assess', 3),
      item('returned', 4),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect(chooseItems(some)).toEqual(chooseItems(all))
      }),
    )
  })
})
