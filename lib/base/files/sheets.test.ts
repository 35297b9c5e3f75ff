import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problem, rowsOf } from '@/lib/base/testing/sheet-reading'
import { zip } from '@/lib/base/testing/workbook'
import { decodeText } from './decode-text'
import { collectBytes, MAX_FILE_BYTES, openSheet, readSheetRows } from './sheets'

describe('a CSV file', () => {
  it.each([
    ['semicolons and a comma in the number', Buffer.from('Regio;Aantal\nZwolle;1.250,5\n')],
    ['a byte order mark', Buffer.from('\uFEFFRegio;Aantal\r\nZwolle;1.250,5\r\n')],
    ['tabs', Buffer.from('Regio\tAantal\nZwolle\t1.250,5\n')],
    [
      'UTF-16 of Excel',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('Regio;Aantal\nZwolle;1.250,5\n', 'utf16le'),
      ]),
    ],
  ])('is read with %s', async (_name, file) => {
    expect(await rowsOf(file)).toEqual([
      ['Regio', 'Aantal'],
      ['Zwolle', '1.250,5'],
    ])
  })

  it('of old Windows keeps its letters', () => {
    expect(decodeText(Buffer.from([0x46, 0x72, 0x79, 0x73, 0x6c, 0xe2, 0x6e, 0x20, 0x80]))).toBe(
      'Fryslân €',
    )
  })

  it('keeps a formula as text, and the number of the row', async () => {
    expect(await readSheetRows(Buffer.from('a;b\n"x";"=HYPERLINK(1)"\n'))).toMatchObject([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['x', '=HYPERLINK(1)'] },
    ])
  })

  it('is refused while it comes in, long before 200 MB are here', async () => {
    let sent = 0
    async function* endless() {
      for (; sent < 200; sent += 1) yield await Promise.resolve(Buffer.alloc(1_024 * 1_024, 65))
    }
    await expect(collectBytes(endless())).rejects.toMatchObject({ problem: 'tooLarge' })
    expect(sent * 1_024 * 1_024).toBeLessThanOrEqual(MAX_FILE_BYTES)
  })

  it.each([
    [
      'UTF-16 of another machine',
      Buffer.concat([
        Buffer.from([0xfe, 0xff]),
        Buffer.from('Regio;Aantal\nZwolle;1.250,5\n', 'utf16le').swap16(),
      ]),
      [
        ['Regio', 'Aantal'],
        ['Zwolle', '1.250,5'],
      ],
    ],
    [
      'old Windows letters in it',
      Buffer.from('Regio;Aantal\nS\xfadwest-Frysl\xe2n;3\n', 'latin1'),
      [
        ['Regio', 'Aantal'],
        ['Súdwest-Fryslân', '3'],
      ],
    ],
    [
      'commas in quotes beside semicolons',
      Buffer.from('Regio;Aantal\n"Tiel, Zaltbommel";"1,5"\n'),
      [
        ['Regio', 'Aantal'],
        ['Tiel, Zaltbommel', '1,5'],
      ],
    ],
    [
      'lines that end the old way',
      Buffer.from('Regio;Aantal\rZwolle;3\r'),
      [
        ['Regio', 'Aantal'],
        ['Zwolle', '3'],
      ],
    ],
    [
      'a cell of two lines',
      Buffer.from('Regio;Aantal\n"Zwolle\nen omstreken";3\n'),
      [
        ['Regio', 'Aantal'],
        ['Zwolle\nen omstreken', '3'],
      ],
    ],
    [
      'rows of another length',
      Buffer.from('a;b;c\n1\n1;2;3;4\n'),
      [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']],
    ],
  ])('is read with %s', async (_name, file, rows) => {
    expect(await rowsOf(file)).toEqual(rows)
  })

  it.each([
    ['CRLF and then LF', 'a;b;c\r\n1;2;\n3;4;\n5;6;\n'],
    ['LF and then CRLF', 'a;b;c\n1;2;\r\n3;4;\r\n5;6;\r\n'],
    ['CR and then LF', 'a;b;c\r1;2;\n3;4;\n5;6;'],
    ['each its own', 'a;b;c\r\n1;2;\r3;4;\n5;6;\r\n'],
    ['commas', 'a,b,c\r\n1,2,\n3,4,\n5,6,\n'],
    ['tabs', 'a\tb\tc\n1\t2\t\r3\t4\t\r\n5\t6\t'],
  ])('has a row per line with line ends that differ: %s', async (_name, content) => {
    expect(
      (await readSheetRows(Buffer.from(content))).map(({ number, cells }) => [number, ...cells]),
    ).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', '2', ''],
      [3, '3', '4', ''],
      [4, '5', '6', ''],
    ])
  })

  it('loses no row on the border of two steps of the parser', async () => {
    for (const lineEnd of ['\r\n', '\r', '\n']) {
      const rows = Array.from(
        { length: 2_100 },
        (_, index) => `${'x'.repeat(1_024 - lineEnd.length - 5)};${1_000 + index}`,
      )
      expect(
        (await readSheetRows(Buffer.from(rows.join(lineEnd)))).map(
          ({ cells }) => Number(cells[1]) - 1_000,
        ),
      ).toEqual(rows.map((_, index) => index))
    }
  })

  it.each([
    ['never closed', 'Gemeente;Aantal\n"s-Gravenhage;10\nZwolle;20\n', '2, Gemeente'],
    [
      'closed by the next one',
      'Gemeente;Aantal\nZwolle;1\n"s-Gravenhage;10\nEmmen;2\n"s-Hertogenbosch;20\n',
      '3, Gemeente',
    ],
    ['in a later column', 'Gemeente,,Aantal\r\nZwolle,"x,1\r\nEmmen,y,2\r\n', '2, 2'],
  ])(
    'is refused with the place of a quote that is %s, because rows would vanish in it',
    async (_name, content, detail) => {
      await expect(readSheetRows(Buffer.from(content))).rejects.toMatchObject({
        problem: 'strayQuote',
        detail,
      })
    },
  )

  it('keeps quotes that only stand in a word', async () => {
    expect(await rowsOf('a;b\n"Hof" van Twente;1\n12" buis;2\n"een ""twee""\nregels";3\n')).toEqual(
      [
        ['a', 'b'],
        ['"Hof" van Twente', '1'],
        ['12" buis', '2'],
        ['een "twee"\nregels', '3'],
      ],
    )
  })

  it('counts rows with something in them', async () => {
    expect(
      await rowsOf(`a;b\n1;2\n${';\n'.repeat(200_001)}3;4\n`).then((rows) => [
        rows.length,
        rows.at(-1),
      ]),
    ).toEqual([200_004, ['3', '4']])
  }, 60_000)

  it('is refused with UTF-16 that does not say so, a quote that never ends, too many rows or columns', async () => {
    expect(await problem(Buffer.from('Regio;Aantal\nZwolle;3\n', 'utf16le'))).toBe('wrongType')
    expect(
      await problem(Buffer.from(`Regio;Aantal\n"Zwolle;${'x'.repeat(3 * 1_024 * 1_024)}`)),
    ).toBe('strayQuote')
    expect(await problem(Buffer.from(`${'1;'.repeat(600)}\n`))).toBe('tooManyRows')
    expect(await problem(Buffer.from('1;2\n'.repeat(200_001)))).toBe('tooManyRows')
    expect(await problem(Buffer.alloc(MAX_FILE_BYTES + 1, 65))).toBe('tooLarge')
  })

  it('is refused when it is something else', async () => {
    expect(await problem(Buffer.from('%PDF-1.7'))).toBe('wrongType')
    expect(await problem(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('wrongType')
    expect(await problem(Buffer.from('a;b\n\0;1\n'))).toBe('wrongType')
    expect(await problem(zip({ 'iets.txt': 'geen werkblad' }))).toBe('wrongType')
  })
})

describe('files as people sent them', () => {
  const sent = (name: string) => readFileSync(new URL(`../testing/sheets/${name}`, import.meta.url))

  it.each(['c03-crlf-head-lf-body.csv', 'c34-crlf-head-lf-body-note-column.csv'])(
    '%s gives each of its rows',
    async (name) => {
      expect((await readSheetRows(sent(name))).map(({ cells }) => cells[0])).toEqual([
        'Gemeente',
        'Groningen',
        'Zwolle',
        'Emmen',
        ...(name.startsWith('c34') ? ['Utrecht'] : []),
      ])
    },
  )

  it('x01-hidden-first-sheet.xlsx gives the sheet that people see', async () => {
    expect(await openSheet(sent('x01-hidden-first-sheet.xlsx'))).toMatchObject({
      sheet: 'Tabel',
      sheets: ['Tabel'],
    })
  })

  it('x02-cover-sheet-first.xlsx offers both sheets', async () => {
    expect(await openSheet(sent('x02-cover-sheet-first.xlsx'))).toMatchObject({
      sheet: 'Toelichting',
      sheets: ['Toelichting', 'Tabel 1'],
    })
    expect((await readSheetRows(sent('x02-cover-sheet-first.xlsx'), 'Tabel 1'))[0]?.cells[0]).toBe(
      'Gemeente',
    )
  })

  it('x03-percent-format.xlsx gives 12,5% and 7%', async () => {
    expect(
      (await readSheetRows(sent('x03-percent-format.xlsx'))).slice(1).map(({ cells }) => cells[2]),
    ).toEqual(['12,5%', '7%'])
  })

  it('x08-float-noise.xlsx gives 0', async () => {
    expect((await readSheetRows(sent('x08-float-noise.xlsx')))[1]?.cells[2]).toBe('0')
  })

  it('c16-quote-in-name.csv names row and column', async () => {
    await expect(readSheetRows(sent('c16-quote-in-name.csv'))).rejects.toMatchObject({
      problem: 'strayQuote',
      detail: '2, Gemeente',
    })
  })
})
