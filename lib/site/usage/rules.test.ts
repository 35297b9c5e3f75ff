import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { amountWords, kindWords, pageWords } from '@/components/site/usage/amount-words'
import { messages } from '@/messages'
import { amountOf, lastMonths, readMonth, sinceFirst } from './rules'

const t = createTranslator({
  locale: 'nl',
  messages: messages.nl,
  namespace: 'usage',
})

describe('a number of readings', () => {
  it('is exact from five', () => {
    expect([0, 1, 4, 5, 41].map((count) => amountOf(count).kind)).toEqual([
      'none',
      'few',
      'few',
      'exact',
      'exact',
    ])
    expect([0, 3, 41].map((count) => amountWords(t, count))).toEqual([
      'niet',
      'minder dan 5',
      '41 keer',
    ])
  })
})

describe('a page', () => {
  it('is called by its name, its kind, or as gone', () => {
    expect(pageWords(t, { kind: 'initiative', object: 'a', name: 'Proeflokaal' })).toBe(
      'Proeflokaal',
    )
    expect(pageWords(t, { kind: 'home', object: '', name: null })).toBe('startpagina')
    expect(pageWords(t, { kind: 'initiative', object: 'a', name: null })).toContain('a (bestaat')
    expect(kindWords(t, 'of-a-later-version')).toBe('andere pagina')
  })
})

describe('months', () => {
  const months = ['2026-03-01', '2026-02-01', '2026-01-01']

  it('before the count began are left out, and those since then may be empty', () => {
    const counted = [{ month: '2026-03-01', views: 7 }]
    expect(sinceFirst(months, counted, '2026-02-14')).toEqual([
      { month: '2026-03-01', views: 7 },
      { month: '2026-02-01', views: 0 },
    ])
    expect(sinceFirst(months, [], null)).toEqual([{ month: '2026-03-01', views: 0 }])
  })
})

describe('the month', () => {
  it('is one of the last twelve', () => {
    expect(lastMonths('2026-01-31').slice(0, 3)).toEqual(['2026-01-01', '2025-12-01', '2025-11-01'])
    expect(readMonth('2025-10', '2026-01-31')).toBe('2025-10-01')
    for (const text of ['2024-10', '2026-02', '2025-13', 'x', undefined, ['2025-10']])
      expect(readMonth(text, '2026-01-31')).toBe('2026-01-01')
  })
})
