import { describe, expect, it } from 'vitest'
import { columnLetters, findColumns } from './import-columns.rules'
import { readImportSheet, shapeFaults, withCells } from './import-sheet.rules'

const sheet = (...rows: string[][]) => rows.map((cells, index) => ({ number: index + 1, cells }))
const faultsOf = (...rows: string[][]) => {
  const { rows: read, places } = readImportSheet(sheet(...rows))
  return withCells(shapeFaults(read), places).map(({ cell, message }) => `${cell}: ${message}`)
}

describe('the columns of a sheet', () => {
  it('are found by their name, in any order and in two languages', () => {
    expect(findColumns(['MAATREGEL', 'doel *', 'People reached'], 1).places).toEqual({
      measure: 0,
      goal: 1,
      reached: 2,
    })
  })

  it('are named when they are unknown or there twice', () => {
    expect(findColumns(['Doel', 'Kleur', '', 'Goal'], 3)).toEqual({
      places: { goal: 0 },
      unknown: [{ cell: 'B3', header: 'Kleur' }],
      twice: [{ cell: 'D3', column: 'goal' }],
    })
  })

  it('are needed for the goal', () => {
    expect(readImportSheet(sheet(['Maatregel'], ['M'])).faults).toEqual([
      { row: 1, column: 'goal', message: 'importNoColumn' },
    ])
  })

  it('have letters as a spreadsheet gives them', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'ZZ',
      'AAA',
    ])
  })
})

describe('the rows of a sheet', () => {
  it('keep days in every usual form, and skip the example', () => {
    const { rows, examples } = readImportSheet(
      sheet(
        ['Doel', 'Begint op', 'Eindigt op'],
        ['Voorbeeld: werk', '1-1-2026', ''],
        ['', '', ''],
        ['Werk', '1 maart 2026', '2027'],
      ),
    )
    expect(examples).toBe(1)
    expect(rows.map(({ row, goal, startsOn, endsOn }) => [row, goal, startsOn, endsOn])).toEqual([
      [4, 'Werk', '2026-03-01', '2027-12-31'],
    ])
  })

  it.each([
    ['Begint op', '1-3-26', 'dateShort'],
    ['Begint op', 'in het voorjaar', 'date'],
    ['Mensen bereikt', '12,5', 'integer'],
    ['Mensen bereikt', '-4', 'notNegative'],
  ])('have a fault in the cell: %s %s', (header, typed, message) => {
    expect(faultsOf(['Doel', header], ['Werk', typed])).toEqual([`B2: ${message}`])
  })

  it('have a fault in an amount with two decimal signs', () => {
    const head = ['Doel', 'Maatregel', 'Wie geeft het geld', 'Bedrag']
    expect(faultsOf(head, ['Werk', 'M', 'Rijk', '1.250,50,5'])).toEqual(['D2: euro'])
    expect(faultsOf(head, ['Werk', 'M', 'Rijk', 'circa € 1,2 mln'])).toEqual([])
  })

  it('tell each fault once, also beside one in another cell', () => {
    expect(
      faultsOf(
        ['Groep', 'Bereikt', 'Doel', 'Indicator', 'Streefwaarde', 'Jaar van de streefwaarde'],
        ['20', '30', '', 'Werk', '60', ''],
      ),
    ).toEqual(['C2: required', 'B2: peopleAboveGroup', 'F2: required'])
  })

  it('want the target after the baseline', () => {
    expect(
      faultsOf(
        [
          'Doel',
          'Indicator',
          'Eenheid',
          'Nulmeting',
          'Jaar van de uitgangswaarde',
          'Streefwaarde',
          'Jaar van de streefwaarde',
        ],
        ['Werk', 'Aan het werk', '%', '40', '2026', '60', '2026'],
      ),
    ).toEqual(['G2: targetBeforeBaseline'])
  })
})
