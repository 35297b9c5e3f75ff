import { describe, expect, it } from 'vitest'
import { problem, rowsOf, rowsWith } from '@/lib/base/testing/sheet-reading'
import { text, workbook, zip } from '@/lib/base/testing/workbook'
import { collectBytes } from './sheets'

describe('a hostile or broken XLSX file', () => {
  it('that explodes is refused while it is unpacked, whatever its directory says', async () => {
    const bomb = Buffer.alloc(300 * 1_024 * 1_024)
    expect(await problem(zip({ ...workbook(''), 'xl/media/bom.bin': bomb }))).toBe('tooLarge')
    expect(
      await problem(
        zip({ ...workbook(''), 'xl/media/bom.bin': bomb.subarray(0, 20 * 1_024 * 1_024) }, 10),
      ),
    ).toBe('tooLarge')
  })

  it('that hides a bomb outside its own list of parts has nothing there', async () => {
    const sheet = zip(workbook(`<row r="1">${text('A1', 'Regio')}</row>`))
    const hidden = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * 1_024 * 1_024, 32) })
    const before = hidden.subarray(0, hidden.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])))
    // The list of parts still points at the old places, so the archive is broken, not large.
    expect(await problem(Buffer.concat([before, sheet]))).toBe('broken')
    expect(await rowsOf(Buffer.concat([sheet.subarray(0, 4), sheet.subarray(4)]))).toEqual([
      ['Regio'],
    ])
  })

  it('with merged cells over everything, over each other or without end stays small', async () => {
    expect(
      await rowsWith(
        `<row r="1">${text('A1', 'x')}</row>`,
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    ).toEqual([Array.from({ length: 500 }, () => 'x')])
    const merge = '<mergeCell ref="A1:B1048576"/>'
    expect(
      await problem(
        zip(
          workbook(
            `<row r="1">${text('A1', 'x')}</row>`,
            `<mergeCells>${merge.repeat(600)}</mergeCells>`,
          ),
        ),
      ),
    ).toBe('broken')
    expect(
      await problem(
        zip(
          workbook(
            '<row r="1"/>',
            `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_001)}</mergeCells>`,
          ),
        ),
      ),
    ).toBe('broken')
  })

  it('that claims a place far away, more rows than fit, or rows out of order makes no room for them', async () => {
    expect(await rowsWith(`<row r="1048576">${text('A1048576', 'laatste')}</row>`, '', {})).toEqual(
      [['laatste']],
    )
    expect(await problem(zip(workbook(`<row r="1">${text('XFD1', 'ver')}</row>`)))).toBe(
      'tooManyRows',
    )
    expect(
      await problem(
        zip(
          workbook(
            Array.from({ length: 200_001 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join(''),
          ),
        ),
      ),
    ).toBe('tooManyRows')
    expect(await problem(zip(workbook('<row r="2"/><row r="2"/>')))).toBe('broken')
  }, 60_000)

  it.each([
    [
      'an entity of its own',
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1">${text('A1', '&b;')}</row></sheetData></worksheet>`,
    ],
    [
      'a character that does not exist',
      `<worksheet><row>${text('A1', '&#x110000;')}</row></worksheet>`,
    ],
    ['a tag that is cut off', '<worksheet><sheetData><row r="1"'],
    ['a cell that never ends', '<worksheet><sheetData><row r="1"><c r="A1">'],
    ['a million cells in each other', `<worksheet><row r="1">${'<c>'.repeat(1_000_000)}</row>`],
    ['tags within a tag', `<worksheet><row r="1">${'<c r="'.repeat(600_000)}</row>`],
    ['text instead of XML', 'geen XML'],
  ])('with %s is refused as broken', async (_name, sheet) => {
    expect(await problem(zip({ ...workbook(''), 'xl/worksheets/sheet1.xml': sheet }))).toBe(
      'broken',
    )
  })

  it('without its sheet, or with broken styles or words is refused as broken', async () => {
    const withoutSheet = Object.fromEntries(
      Object.entries(workbook('')).filter(([name]) => !name.includes('sheet1')),
    )
    expect(await problem(zip(withoutSheet))).toBe('broken')
    for (const part of ['xl/styles.xml', 'xl/sharedStrings.xml'])
      expect(await problem(zip({ ...workbook(''), [part]: '<cellXfs '.repeat(250_000) }))).toBe(
        'broken',
      )
  })

  it('of 200 MB is refused while it comes in', async () => {
    const head = zip(workbook('<row/>'))
    let sent = 0
    async function* endless() {
      yield await Promise.resolve(head)
      for (; sent < 200; sent += 1) yield await Promise.resolve(Buffer.alloc(1_024 * 1_024))
    }
    await expect(collectBytes(endless())).rejects.toMatchObject({ problem: 'tooLarge' })
    expect(sent).toBeLessThan(25)
  })

  it('with more parts than a workbook has is refused', async () => {
    expect(
      await problem(
        zip(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`deel${index}`, 'x']))),
      ),
    ).toBe('tooLarge')
  })

  it('that is cut off is refused', async () => {
    expect(await problem(zip(workbook('<row/>')).subarray(0, 300))).toBe('broken')
  })
})
