import { describe, expect, it } from 'vitest'
import { EMPTY_CELLS } from './import-columns.rules'
import { importFaults } from './import.rules'
import type { ImportRow } from './types'

describe('the faults of an import', () => {
  const labels = {
    goals: new Set(['bestaand doel']),
    instruments: new Set(['subsidie']),
    fundingTypes: new Set(['gemeente']),
    measures: new Set(['bestaand doel\nloopbaanadvies']),
    indicators: new Set(['bestaand doel\n\nmensen aan het werk']),
    alignments: new Set(['past', 'niet beoordeeld']),
    unassessed: new Set(['niet beoordeeld']),
  }
  const line = (row: number, over: Partial<ImportRow> = {}): ImportRow => ({
    ...EMPTY_CELLS,
    row,
    goal: `Doel ${row}`,
    ...over,
  })

  it('are told of every row, each once', () => {
    const rows = [
      line(2, { instrument: 'toverij' }),
      line(3, { parent: 'Bestaat niet' }),
      line(4, { instrument: 'Subsidie', fundingType: 'loterij' }),
      line(5, { parent: 'Bestaand doel' }),
    ]
    expect(importFaults(rows, labels)).toEqual([
      { row: 2, column: 'instrument', message: 'unknownChoice' },
      { row: 3, column: 'parent', message: 'importParent' },
      { row: 4, column: 'fundingType', message: 'unknownChoice' },
    ])
  })

  it('never blame a parent that stands in a row above with a fault of its own', () => {
    const rows = [
      line(2, { instrument: 'toverij' }),
      line(3, { parent: 'DOEL 2' }),
      line(4, { parent: 'Doel 3' }),
      line(5, { amount: 'veel' }),
      line(6, { parent: 'Doel 5' }),
    ]
    const shape = [{ row: 5, column: 'amount' as const, message: 'euro' }]
    expect(importFaults(rows, labels, shape)).toEqual([
      { row: 2, column: 'instrument', message: 'unknownChoice' },
      { row: 5, column: 'amount', message: 'euro' },
    ])
  })

  it('say of a parent in a row below which row that is, and of a goal under itself that it is not there', () => {
    expect(
      importFaults([line(2, { parent: 'Doel 4' }), line(3, { parent: 'Doel 3' }), line(4)], labels),
    ).toEqual([
      { row: 2, column: 'parent', message: 'importParentBelow', other: 4 },
      { row: 3, column: 'parent', message: 'importParent' },
    ])
  })

  it('judge a cell once', () => {
    const shape = [{ row: 2, column: 'instrument' as const, message: 'tooLong' }]
    expect(
      importFaults(
        [line(2, { instrument: 'x'.repeat(200), parent: 'Bestaat niet' })],
        labels,
        shape,
      ),
    ).toEqual([...shape, { row: 2, column: 'parent', message: 'importParent' }])
  })

  it('are told of rows that contradict each other or what is there', () => {
    const measure = { goal: 'Werk', measure: 'Advies' }
    const rows = [
      line(2, { ...measure, planned: '20' }),
      line(3, { ...measure, planned: '30' }),
      line(4, { goal: 'Bestaand doel', carriedBy: 'Beraad' }),
      line(5, { goal: 'Bestaand doel', indicator: 'Mensen aan het werk', unit: 'mensen' }),
      line(6, { goal: 'Bestaand doel', measure: 'Loopbaanadvies', group: '50' }),
    ]
    expect(importFaults(rows, labels)).toEqual([
      { row: 3, column: 'planned', message: 'importDiffers', other: 2 },
      { row: 4, column: 'carriedBy', message: 'importExists' },
      { row: 5, column: 'indicator', message: 'importExists' },
      { row: 6, column: 'group', message: 'importExists' },
    ])
  })

  it('are told of an indicator: its unit, its percentages and a year that is there twice', () => {
    const of = { goal: 'Werk', indicator: 'Aan het werk' }
    const rows = [
      line(2, { ...of, unit: '%', target: '120', targetYear: '2028' }),
      line(3, { ...of, value: '2.500', valueYear: '2026' }),
      line(4, { ...of, value: '50', valueYear: '2026' }),
      line(5, { goal: 'Werk', indicator: 'Zonder eenheid' }),
      line(6, { goal: 'Werk', indicator: 'Wachttijd', unit: 'uren', lowerIsBetter: 'soms' }),
    ]
    expect(importFaults(rows, labels)).toEqual([
      { row: 2, column: 'target', message: 'percentRange' },
      { row: 3, column: 'value', message: 'twoWays' },
      { row: 4, column: 'valueYear', message: 'yearTwice' },
      { row: 5, column: 'unit', message: 'required' },
      { row: 6, column: 'lowerIsBetter', message: 'importYesNo' },
    ])
  })

  it('are told of money: a choice that is not there, and a verdict without a reason', () => {
    const money = { measure: 'M', provider: 'Rijk' }
    const rows = [
      line(2, { ...money, overlap: 'misschien', alignment: 'niet beoordeeld' }),
      line(3, { ...money, overlap: 'Ja', alignment: 'Past' }),
    ]
    expect(importFaults(rows, labels)).toEqual([
      { row: 2, column: 'overlap', message: 'unknownChoice' },
      { row: 3, column: 'alignmentNote', message: 'reason' },
    ])
  })
})
