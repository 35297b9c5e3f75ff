import { describe, expect, it } from 'vitest'
import { findColumns, readRow, readStatus, scaledNumber } from './rules'
import { fileMappingSchema } from './schema'

const names = {
  byCode: new Map([['GM0106', 'assen']]),
  byName: new Map([['municipality|assen', 'assen']]),
}
const mapping = (more: object) =>
  fileMappingSchema.parse({
    region: 'Gemeente',
    regionType: 'municipality',
    periodColumn: 'Jaar',
    values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
    ...more,
  })
const HEADER = ['Gemeente', 'Jaar', 'Onderwerp', 'Aantal', 'Status']
function read(cells: string[], more: object, numeric?: ReadonlySet<number>) {
  const fitted = mapping(more)
  return readRow(
    { number: 2, cells, ...(numeric && { numeric }) },
    findColumns(HEADER, fitted).at,
    fitted,
    names,
  )
}

describe('numbers', () => {
  it.each([
    ['1.250,5', 'comma', '1250.5'],
    ['1.250', 'comma', '1250'],
    ['1,250.5', 'point', '1250.5'],
    ['1.250', 'point', '1.250'],
    ['1,250', 'point', '1250'],
    ['12,5', 'point', null],
    ['1.2.3', 'comma', null],
    ['12,5 %', 'comma', '12.5'],
    ['0.125', 'comma', null],
    ['12.5', 'comma', null],
    ['0,125', 'point', null],
    ['0.125', 'point', '0.125'],
    ['0,125', 'comma', '0.125'],
    ['1e5', 'comma', null],
    ['Infinity', 'point', null],
    ['99999999999999', 'comma', null],
    ['−3', 'comma', '-3'],
  ] as const)('%s with a decimal %s is %s', (text, mark, expected) => {
    expect(scaledNumber(text, 1, mark)).toBe(expected)
  })

  it('are multiplied without losing decimals', () => {
    expect(scaledNumber('0,1', 1_000)).toBe('100')
    expect(scaledNumber('1,23456', 1)).toBe('1.2346')
  })
})

describe('a number that is written in another way than its source says', () => {
  it.each([
    ['0.125', 'comma'],
    ['12.5', 'comma'],
    ['0,125', 'point'],
    ['1.250,5', 'point'],
  ])('%s is named and not guessed where the decimal sign is a %s', (text, decimalMark) => {
    expect(read(['Assen', '2024', '', text, ''], { decimalMark })).toMatchObject({
      figures: [],
      issues: [{ column: 'Aantal', code: 'otherMark', text }],
    })
  })

  it('is read by what the source says when it is text in a workbook, and as it is when it is a number there', () => {
    expect(
      read(['Assen', '2024', '', '1.250', ''], { decimalMark: 'point' }, new Set()).figures,
    ).toMatchObject([{ value: '1.250' }])
    expect(
      read(['Assen', '2024', '', '1250,5', ''], { decimalMark: 'point' }, new Set([3])).figures,
    ).toMatchObject([{ value: '1250.5' }])
  })
})

describe('a cell that shows a percentage', () => {
  it('is that percentage, and is refused where a factor would count it twice', () => {
    const values = (factor: number) => ({
      values: [{ column: 'Aantal', indicator: 'gwu-personen', factor }],
    })
    expect(read(['Assen', '2024', '', '12,5%', ''], values(1)).figures).toMatchObject([
      { value: '12.5' },
    ])
    expect(read(['Assen', '2024', '', '12,5%', ''], values(100))).toMatchObject({
      figures: [],
      issues: [{ column: 'Aantal', code: 'percentTwice' }],
    })
    expect(read(['Assen', '2024', '', '50%', ''], values(0.01)).figures).toMatchObject([
      { value: '0.5' },
    ])
  })
})

describe('a status', () => {
  it.each([
    ['Voorlopig', 'provisional'],
    ['nader voorlopig', 'provisional'],
    ['Definitief', 'final'],
    ['', 'final'],
    ['Herzien', 'revised'],
    ['geheim', 'withheld'],
    ['misschien', null],
  ] as const)('%s is %s', (word, status) => {
    expect(readStatus(word)).toBe(status)
  })

  it('goes with the figure; a confidential one has no value, a strange word is a fault', () => {
    const more = { statusColumn: 'Status' }
    expect(read(['Assen', '2024', '', '12', 'Voorlopig'], more).figures).toMatchObject([
      { value: '12', status: 'provisional' },
    ])
    expect(read(['Assen', '2024', '', '12', 'Geheim'], more).figures).toMatchObject([
      { value: null, attribute: 'Confidential', status: 'withheld' },
    ])
    expect(read(['Assen', '2024', '', '12', 'wie weet'], more)).toMatchObject({
      figures: [],
      issues: [{ column: 'Status', code: 'statusUnclear' }],
    })
  })
})

describe('a column that says what is counted', () => {
  const more = {
    indicatorColumn: 'Onderwerp',
    indicators: { GWU: 'gwu-personen', WW: null },
    values: [{ column: 'Aantal' }],
  }
  it('gives each row its indicator, leaves out what was left out, and refuses what nobody knows', () => {
    expect(read(['Assen', '2024', 'GWU', '12', ''], more).figures).toMatchObject([
      { indicator: 'gwu-personen', value: '12' },
    ])
    expect(read(['Assen', '2024', 'WW', '12', ''], more)).toEqual({ figures: [], issues: [] })
    expect(read(['Assen', '2024', 'Bijstand', '12', ''], more)).toMatchObject({
      figures: [],
      issues: [{ column: 'Onderwerp', code: 'indicatorUnclear', text: 'Bijstand' }],
    })
  })

  it('cannot stand beside columns that say it themselves', () => {
    expect(() =>
      mapping({ indicatorColumn: 'Onderwerp', indicators: { GWU: 'gwu-personen' } }),
    ).toThrow('indicatorPerColumnOrRow')
    expect(() => mapping({ values: [{ column: 'Aantal' }] })).toThrow('indicatorPerColumnOrRow')
  })
})

describe('a formula', () => {
  it.each(['=1+1', '=HYPERLINK("http://x")', '@SUM(A1)', '+cmd|calc', '-cmd|calc', '#REF!'])(
    '%s is named as one and never read',
    (text) => {
      expect(read(['Assen', '2024', '', text, ''], {})).toMatchObject({
        figures: [],
        issues: [{ code: 'formula' }],
      })
      expect(read([text, '2024', '', '1', ''], {})).toMatchObject({
        figures: [],
        issues: [{ column: 'Gemeente', code: 'formula' }],
      })
      expect(read(['Assen', text, '', '1', ''], {})).toMatchObject({
        figures: [],
        issues: [{ column: 'Jaar', code: 'formula' }],
      })
    },
  )
})
