import { describe, expect, it } from 'vitest'
import {
  cellText,
  linesIn,
  namesIn,
  readDate,
  readPeriod,
  readResult,
  readStage,
  readYesNo,
  sourceOf,
} from './cells.rules'

describe('a date in a cell', () => {
  it.each([
    ['2024-03-01', '2024-03-01', '2024-03-01'],
    ['1-3-2024', '2024-03-01', '2024-03-01'],
    ['01/03/2024', '2024-03-01', '2024-03-01'],
    ['1 maart 2024', '2024-03-01', '2024-03-01'],
    ['maart 2024', '2024-03-01', '2024-03-31'],
    ['feb. 2024', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['', null, null],
  ])('%s', (cell, first, last) => {
    expect(readDate(cell, 'first')).toEqual({ value: first })
    expect(readDate(cell, 'last')).toEqual({ value: last })
  })

  it.each([
    ['1-3-24', 'dateShort'],
    ["maart '24", 'dateShort'],
    ['31-2-2024', 'date'],
    ['3/25/2024', 'date'],
    ['45352', 'date'],
    ['voorjaar 2024', 'date'],
    ['rond 1 maart 2024', 'date'],
    ['=VANDAAG()', 'date'],
  ])('%s is not guessed', (cell, code) => {
    expect(readDate(cell, 'first')).toMatchObject({ wrong: { code } })
  })
})

describe('a period in a cell', () => {
  it.each([
    ['2023-2025', '2023-01-01', '2025-12-31'],
    ['2023 – 2025', '2023-01-01', '2025-12-31'],
    ['maart 2024 tot en met juni 2025', '2024-03-01', '2025-06-30'],
    ['van 1-3-2024 t/m 30-6-2025', '2024-03-01', '2025-06-30'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['sinds 2023', '2023-01-01', null],
    ['vanaf maart 2024', '2024-03-01', null],
  ])('%s', (cell, startsOn, endsOn) => {
    expect(readPeriod(cell)).toEqual({ value: { startsOn, endsOn } })
  })

  it.each(['tot 2026', 'twee jaar', '2025-2023', '2023-2025 en verder'])(
    '%s is not guessed',
    (cell) => {
      expect(readPeriod(cell)).toMatchObject({ wrong: { code: 'period' } })
    },
  )
})

describe('other cells', () => {
  it('know a stage by its usual words, and not one that means two', () => {
    expect(readStage('In uitvoering')).toEqual({ value: 'running' })
    expect(readStage('AFGEROND')).toEqual({ value: 'completed' })
    expect(readStage('')).toEqual({ value: 'unknown' })
    expect(readStage('beëindigd')).toMatchObject({ wrong: { code: 'stageTwofold' } })
    expect(readStage('bijna')).toMatchObject({ wrong: { code: 'stage' } })
  })

  it('know yes and no', () => {
    expect(readYesNo('Ja')).toEqual({ value: true })
    expect(readYesNo('')).toEqual({ value: false })
    expect(readYesNo('misschien')).toMatchObject({ wrong: { code: 'yesNo' } })
  })

  it('hold names between semicolons or line ends, and points on lines', () => {
    expect(namesIn('Jongeren; Ouderen\nVrouwen;')).toEqual(['Jongeren', 'Ouderen', 'Vrouwen'])
    expect(linesIn('- een\n\n• twee; drie\n')).toEqual(['een', 'twee; drie'])
  })

  it('lose the quote that a file of ours sets, and run nothing', () => {
    expect(cellText("'=SOM(A1)")).toBe('=SOM(A1)')
    expect(cellText('=HYPERLINK("https://elders.nl")')).toBe('=HYPERLINK("https://elders.nl")')
    expect(cellText("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  })

  it('hold a source with its address, and a result in parts', () => {
    expect(sourceOf('Verslag | https://a.nl/b')).toEqual({
      title: 'Verslag',
      url: 'https://a.nl/b',
    })
    expect(sourceOf('https://a.nl')).toEqual({ title: 'https://a.nl', url: 'https://a.nl' })
    expect(sourceOf('Een boek')).toEqual({ title: 'Een boek', url: '' })
    expect(readResult('Bereik: deelnemers: jong | 24 | mensen')).toEqual({
      value: { kind: 'reach', label: 'deelnemers: jong', value: '24', unit: 'mensen', note: '' },
    })
    expect(readResult('24 deelnemers')).toMatchObject({ wrong: { code: 'resultForm' } })
    expect(readResult('Winst: veel')).toMatchObject({
      wrong: { code: 'resultKind', detail: { kind: 'Winst' } },
    })
  })
})
