import { describe, expect, it } from 'vitest'
import { toCsv } from '@/lib/base/files/workbook'
import { faultedTable } from './fault-file.rules'

describe('the file with what is wrong', () => {
  it('has the rows as they were sent and a last column with words', () => {
    const fault = { rowNumber: 3, column: 'Fase', value: 'x', code: 'stage' as const, detail: {} }
    const table = faultedTable(
      {
        headers: ['Titel', 'Fase'],
        rows: [
          { number: 2, cells: ['A'] },
          { number: 3, cells: ['B', 'x'] },
        ],
      },
      [{ ...fault, said: 'Kies een fase.' }],
    )
    expect(toCsv(table).split('\r\n')).toEqual([
      '\uFEFFTitel;Fase;Wat er mis is',
      'A;;',
      'B;x;Fase: Kies een fase.',
      '',
    ])
  })
})
