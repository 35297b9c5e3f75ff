import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheetRows } from './sheets'
import { toCsv, toXlsx } from './workbook'

const table = {
  name: 'Doelen',
  header: ['Doel', 'Bedrag'],
  rows: [
    ['=1+1', 1.5],
    ['-3; "rood"', null],
    ['Gewoon', 2],
  ] as const,
}

describe('toCsv', () => {
  it('writes what Dutch Excel reads and never a formula', () => {
    expect(toCsv(table)).toBe(
      '\uFEFFDoel;Bedrag\r\n\'=1+1;1,5\r\n"\'-3; ""rood""";\r\nGewoon;2\r\n',
    )
  })
})

describe('toXlsx', () => {
  it('says that a cell was cut where it is longer than Excel takes', async () => {
    const rows = [['a'.repeat(40_000)]] as const
    const file = unzipSync(await toXlsx([{ name: 'Lang', header: ['Tekst'], rows }]))
    const xml = Object.values(file)
      .map((part) => strFromU8(part))
      .find((part) => part.includes('aaaa'))
    expect(/a{9,} \[…\]/.exec(xml ?? '')?.[0]).toHaveLength(32_767)
  })

  it('can be read back: numbers stay numbers, and no cell is a formula', async () => {
    const cells = async (look: object) =>
      (await readSheetRows(await toXlsx([{ ...table, ...look }]))).map((row) => row.cells)
    const expected = [['Doel', 'Bedrag'], ["'=1+1", '1,5'], ['\'-3; "rood"'], ['Gewoon', '2']]
    expect(await cells({})).toEqual(expected)
    expect(
      await cells({ name: 'Doelen: a/b [2026] met een heel lange naam', widths: [20, 40] }),
    ).toEqual(expected)
  })
})
