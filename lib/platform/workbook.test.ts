import { describe, expect, it } from 'vitest'
import { readWorkbook, toCsv, toXlsx } from './workbook'

const table = { name: 'Doelen', header: ['Doel', 'Bedrag'], rows: [['=1+1', 1.5], ['-3; "rood"', null], ['Gewoon', 2]] as const }

describe('toCsv', () => {
  it('writes what Dutch Excel reads and never a formula', () => {
    expect(toCsv(table)).toBe('\uFEFFDoel;Bedrag\r\n\'=1+1;1,5\r\n"\'-3; ""rood""";\r\nGewoon;2\r\n')
  })
})

describe('toXlsx and readWorkbook', () => {
  it('reads back what was written, formulas as text', async () => {
    expect(await readWorkbook(await toXlsx([table]))).toEqual([['Doel', 'Bedrag'], ["'=1+1", '1.5'], ['\'-3; "rood"', ''], ['Gewoon', '2']])
  })

  it('refuses what is no workbook', async () => {
    for (const file of ['', 'PK', 'doel;bedrag\r\n', 'x'.repeat(500)]) expect(await readWorkbook(Buffer.from(file))).toBeNull()
  })

  it('refuses a workbook that would unpack to far more than it is', async () => {
    const file = await toXlsx([table])
    const directory = file.readUInt32LE(file.length - 6)
    file.writeUInt32LE(0x7fffffff, directory + 24)
    expect(await readWorkbook(file)).toBeNull()
  })
})
