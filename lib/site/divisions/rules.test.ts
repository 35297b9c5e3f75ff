import { describe, expect, it } from 'vitest'
import { linesOf, placesOf, readDivision, readLines } from './rules'
import type { Known } from './types'

const known: Known = {
  regions: [
    { code: 'AM01', name: 'Noord', ended: false, municipalities: ['GM0001', 'GM0002'] },
    { code: 'AM02', name: 'Zuid', ended: false, municipalities: ['GM0003'] },
    { code: 'AM03', name: 'Oud', ended: true, municipalities: [] },
  ],
  municipalities: new Map([
    ['GM0001', 'Een'],
    ['GM0002', 'Twee'],
    ['GM0003', 'Drie'],
  ]),
  today: '2026-11-30',
  firstYear: 2026,
}
const read = (...lines: string[]) => readDivision(lines.join('\n'), known)
const faultsOf = (...lines: string[]) => {
  const outcome = read(...lines)
  return 'faults' in outcome
    ? outcome.faults.map(({ line, key, value }) => [line, key, value])
    : 'no faults'
}
const NORTH = 'AM01;Noord;GM0001, GM0002;1-1-2026;'
const SOUTH = 'AM02;Zuid;GM0003;2026-01-01;'

describe('readLines', () => {
  it('reads tabs and semicolons, skips the heading and empty lines, and gathers codes', () => {
    const text =
      'Code\tNaam\tGemeenten\tVanaf\tWas\n\nam04\tWest\tgm0001 GM0002\t1-1-2026\tAM01,AM02'
    expect(readLines(text)).toEqual([
      {
        line: 3,
        code: 'AM04',
        name: 'West',
        municipalities: ['GM0001', 'GM0002'],
        validFrom: '2026-01-01',
        predecessors: ['AM01', 'AM02'],
      },
    ])
  })

  it('makes lines of the rows of a sheet', () => {
    expect(
      linesOf([
        ['AM01', ' Noord\n', 'GM1'],
        ['', ''],
      ]),
    ).toBe('AM01\tNoord\tGM1')
  })
})

describe('readDivision', () => {
  it('says what begins, changes, ends and stays', () => {
    expect(read(NORTH, 'AM40;Zuidwest;GM0003;1-1-2026;AM02')).toMatchObject({
      plan: {
        validFrom: '2026-01-01',
        begins: [{ code: 'AM40', name: 'Zuidwest', municipalities: 1 }],
        changes: [],
        ends: [{ code: 'AM02', name: 'Zuid', successors: ['Zuidwest'] }],
        same: 1,
      },
    })
    expect(
      read(
        'AM01;Hoge Noorden;GM0001;1-1-2026',
        'AM02;Zuid;GM0002;1-1-2026',
        'AM02;Zuid;GM0003;1-1-2026',
      ),
    ).toMatchObject({
      plan: {
        changes: [
          { code: 'AM01', oldName: 'Noord', gained: 0, lost: 1 },
          { code: 'AM02', oldName: null, gained: 1, lost: 0 },
        ],
        ends: [],
        same: 0,
      },
    })
  })

  it('orphans neither a region nor a municipality', () => {
    expect(faultsOf('AM01;Noord;GM0001 GM0002;1-1-2026')).toEqual([
      [null, 'missingMunicipality', 'GM0003 Drie'],
      [null, 'noSuccessor', 'AM02 Zuid'],
    ])
    expect(faultsOf(NORTH, SOUTH, 'AM40;Leeg;;1-1-2026')).toEqual([
      [null, 'noMunicipality', 'AM40'],
    ])
  })

  it('names each fault with its line', () => {
    expect(faultsOf(NORTH, 'X9;Zuid;GM0003;1-1-2026;AM02')).toEqual([[2, 'code', 'X9']])
    expect(faultsOf(NORTH, SOUTH, 'AM01;Anders;;1-1-2026')).toEqual([[3, 'names', 'AM01']])
    expect(faultsOf(NORTH, SOUTH, 'AM40;West;GM0001 GM0099;1-1-2026;AM98')).toEqual([
      [3, 'unknownMunicipality', 'GM0099'],
      [3, 'unknownPredecessor', 'AM98'],
      [3, 'municipalityTwice', 'GM0001'],
    ])
    expect(faultsOf(NORTH, 'AM03;Oud;GM0003;1-1-2026;AM02')).toEqual([[2, 'ended', 'AM03']])
    expect(faultsOf(NORTH, SOUTH, 'AM40')).toContainEqual([3, 'columns', ''])
    expect(faultsOf(NORTH, 'AM02;;GM0003;1-1-2026')).toEqual([[2, 'name', 'AM02']])
    expect(faultsOf('')).toEqual([[null, 'empty', '']])
  })

  it('begins on the first day of a year that has come and has no division yet', () => {
    const from = (day: string) =>
      faultsOf(NORTH.replace('1-1-2026', day), SOUTH.replace('2026-01-01', day))
    expect(from('2026-07-01')).toEqual([[1, 'date', '2026-07-01']])
    expect(from('morgen')).toEqual([[1, 'date', 'morgen']])
    expect(from('2027-01-01')).toEqual([[1, 'future', '2027-01-01']])
    expect(from('2025-01-01')).toEqual([[1, 'past', '2025-01-01']])
    expect(faultsOf(NORTH, SOUTH.replace('2026-01', '2025-01'))).toEqual([
      [2, 'dates', '2025-01-01'],
    ])
  })
})

describe('placesOf', () => {
  it('lists a region where most of its municipalities lie, the first by code when equal', () => {
    expect(placesOf(['PV21', 'PV20', 'PV20'])).toEqual([
      { code: 'PV20', municipalities: 2, isPrimary: true },
      { code: 'PV21', municipalities: 1, isPrimary: false },
    ])
    expect(placesOf(['PV21', 'PV20'])[0]?.code).toBe('PV20')
  })
})
