import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCell, toXlsx } from './spreadsheet'

describe('plainCell', () => {
  it.each(['=1+1', '+31 6 12345678', '-5', '@SUM(A1)', '\t=1', '\r=1'])('never leaves %j as a formula', (text) => {
    expect(plainCell(text)).toBe(`'${text}`)
  })

  it('leaves other text as it is', () => {
    expect(plainCell('12 van de 20')).toBe('12 van de 20')
  })

  it('holds for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r]/.test(plainCell(text)) && plainCell(text).endsWith(text)))
  })
})

describe('toXlsx', () => {
  it('writes a zip file for any text and number', async () => {
    const file = await toXlsx([{ name: 'Een naam die veel langer is dan een tabblad mag zijn', rows: [['kop', 'waarde'], ['=2', 3], [null, '<&>']], widths: [10, 20] }])
    expect(file.subarray(0, 2).toString()).toBe('PK')
  })
})
