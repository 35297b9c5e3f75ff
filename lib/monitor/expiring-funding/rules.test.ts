import { describe, expect, it } from 'vitest'
import { amountsOf, NO_AMOUNTS } from '@/lib/base/amounts/rules'
import {
  byUnfollowed,
  endings,
  expiryParameters,
  quartersFrom,
  quarterStart,
  readExpiryChoice,
} from './rules'
import type { EndingSum } from './types'

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-11-24', '2026-10-01'],
    ['2026-12-31', '2026-10-01'],
  ])('%s begins at %s', (day, start) => expect(quarterStart(day)).toBe(start))

  it('go on over the end of a year', () => {
    expect(quartersFrom('2026-11-24', 3).map(({ key }) => key)).toEqual([
      '2026-4',
      '2027-1',
      '2027-2',
    ])
  })
})

describe('readExpiryChoice', () => {
  const known = { regions: ['twente'], types: ['esf-plus'], quarters: quartersFrom('2026-11-24') }

  it('takes what exists and reads its own address back', () => {
    const choice = readExpiryChoice(
      { regio: 'twente', bron: ['esf-plus', 'x'], kwartaal: '2027-1', pagina: '3' },
      known,
    )
    expect(choice).toEqual({ region: 'twente', type: 'esf-plus', when: '2027-1', page: 3 })
    expect(readExpiryChoice(Object.fromEntries(expiryParameters(choice)), known)).toEqual(choice)
    expect(readExpiryChoice({ kwartaal: 'later' }, known).when).toBe('later')
  })

  it.each(['1999-1', '2027-5', "'; --", ''])('falls back for quarter %j', (kwartaal) => {
    expect(readExpiryChoice({ regio: '<b>', bron: 'x', kwartaal, pagina: '-4' }, known)).toEqual({
      region: null,
      type: null,
      when: null,
      page: 1,
    })
  })
})

const exact = (...euros: number[]) =>
  amountsOf(euros.map((euro) => ({ euro, qualifier: 'exact', paysFor: `maatregel ${euro}` })))

describe('endings', () => {
  const sum = (
    key: string,
    follow: EndingSum['follow'],
    streams: number,
    ...euros: number[]
  ): EndingSum => ({ kind: 'when', key, follow, streams, amounts: exact(...euros) })

  it('joins known amounts, keeps count of unknown ones, and sets unfollowed money apart', () => {
    const list = endings(
      [sum('2027-1', 'none', 2, 100), sum('2027-1', 'planned', 1, 50), sum('2027-1', 'over', 1)],
      'when',
      ['2027-1', '2027-2'],
    )
    expect(list).toEqual([
      {
        key: '2027-1',
        streams: 4,
        amounts: exact(100, 50),
        unfollowedStreams: 2,
        unfollowed: exact(100),
      },
      {
        key: '2027-2',
        streams: 0,
        amounts: NO_AMOUNTS,
        unfollowedStreams: 0,
        unfollowed: NO_AMOUNTS,
      },
    ])
  })

  it('puts most unfollowed ends first and leaves out what does not end', () => {
    const list = endings(
      [sum('a', 'none', 1), sum('b', 'none', 2), sum('c', 'planned', 9, 9)],
      'when',
      ['a', 'b', 'c', 'd'],
    )
    expect(byUnfollowed(list).map(({ key }) => key)).toEqual(['b', 'a', 'c'])
  })
})
