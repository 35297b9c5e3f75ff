import { describe, expect, it } from 'vitest'
import type { YearFigure } from '@/lib/figures/statistics/years.data'
import { figureChanges } from './rules'

const figure = (
  region: string,
  period: string,
  value: number,
  slug = 'ingeschreven',
): YearFigure => ({
  indicator: { slug, labelNl: slug, labelEn: slug, unit: 'mensen', decimals: 0, position: 1 },
  region: { id: region, slug: region, name: region },
  source: 'UWV',
  period,
  value,
})

describe('what else changed', () => {
  it('compares the same part of two years, the own region first', () => {
    const changes = figureChanges(
      [
        figure('ander', '2025KW02', 200),
        figure('ander', '2026KW02', 190),
        figure('eigen', '2025KW02', 100),
        figure('eigen', '2025KW04', 999),
        figure('eigen', '2026KW01', 1),
        figure('eigen', '2026KW02', 80),
      ],
      'eigen',
      2026,
    )
    expect(changes).toHaveLength(1)
    expect(changes[0]?.period).toBe('2026KW02')
    expect(changes[0]?.regions).toEqual([
      {
        region: { slug: 'eigen', name: 'eigen' },
        isOwn: true,
        before: 100,
        now: 80,
        percent: -20,
      },
      {
        region: { slug: 'ander', name: 'ander' },
        isOwn: false,
        before: 200,
        now: 190,
        percent: -5,
      },
    ])
  })

  it('is silent when the region lacks one of the years, whatever others have', () => {
    expect(
      figureChanges(
        [
          figure('eigen', '2026KW02', 80),
          figure('ander', '2025KW02', 200),
          figure('ander', '2026KW02', 190),
        ],
        'eigen',
        2026,
      ),
    ).toEqual([])
  })

  it('has no percentage of nothing, and keeps another source apart', () => {
    const zero = [figure('eigen', '2025JJ00', 0), figure('eigen', '2026JJ00', 4)]
    const cbs = zero.map((row) => ({ ...row, source: 'CBS' }))
    const changes = figureChanges([...zero, ...cbs], 'eigen', 2026)
    expect(changes.map(({ source }) => source)).toEqual(['UWV', 'CBS'])
    expect(changes[0]?.regions[0]?.percent).toBeNull()
  })
})
