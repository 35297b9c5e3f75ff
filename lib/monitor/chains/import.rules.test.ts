import { describe, expect, it } from 'vitest'
import { importFaults } from './import.rules'
import type { ImportRow } from './types'

describe('the faults of an import', () => {
  const labels = {
    goals: new Set(['bestaand doel']),
    instruments: new Set(['subsidie']),
    fundingTypes: new Set(['gemeente']),
  }
  const line = (row: number, over: Partial<ImportRow> = {}): ImportRow => ({
    row,
    goal: `Doel ${row}`,
    parent: '',
    description: '',
    measure: '',
    instrument: '',
    responsible: '',
    provider: '',
    fundingType: '',
    amount: '',
    startsOn: '',
    endsOn: '',
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
})
