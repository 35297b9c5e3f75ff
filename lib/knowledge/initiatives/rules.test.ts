import { describe, expect, it } from 'vitest'
import { isUnconfirmed, misses, outcomesFirst, slugFromAddress } from './rules'
import type { ResultKind, ResultView } from './types'

const result = (kind: ResultKind, label: string, over: Partial<ResultView> = {}): ResultView => ({
  kind,
  label,
  value: null,
  unit: null,
  qualifier: null,
  measured: false,
  note: null,
  ...over,
})

describe('isUnconfirmed', () => {
  it('turns after twelve months, not on the day itself', () => {
    expect(isUnconfirmed('2025-11-25T08:00:00.000Z', '2026-11-24')).toBe(false)
    expect(isUnconfirmed('2025-11-24T08:00:00.000Z', '2026-11-24')).toBe(false)
    expect(isUnconfirmed('2025-11-23T23:00:00.000Z', '2026-11-24')).toBe(true)
  })

  it('says nothing about an entry that was never confirmed', () => {
    expect(isUnconfirmed(null, '2026-11-24')).toBe(false)
  })
})

describe('outcomesFirst', () => {
  it('tells what changed for people first and hopes last, and keeps the order within a kind', () => {
    const sorted = outcomesFirst([
      result('intention', 'a'),
      result('reach', 'b'),
      result('outcome', 'c'),
      result('reach', 'd'),
    ])
    expect(sorted.map(({ label }) => label)).toEqual(['c', 'b', 'd', 'a'])
  })
})

describe('misses', () => {
  it('misses the people behind a share and nothing else', () => {
    expect(misses(result('outcome', 'a', { value: 60, unit: '%' }))).toBe('people')
    expect(misses(result('reach', 'a', { value: 60, unit: 'personen' }))).toBeNull()
    expect(misses(result('outcome', 'a', { unit: '%' }))).toBeNull()
  })
})

describe('slugFromAddress', () => {
  it.each([
    ['https://praktijkbank.nl/initiatieven/rangeerterrein?x=1', 'rangeerterrein'],
    ['/en/initiatives/switch-naar-techniek#bewijs', 'switch-naar-techniek'],
    [' rangeerterrein ', 'rangeerterrein'],
    ['https://elders.nl/pagina', null],
    ['Rangeer terrein', null],
    ['', null],
  ])('%s: %s', (text, slug) => {
    expect(slugFromAddress(text)).toBe(slug)
  })
})
