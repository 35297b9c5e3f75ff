import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { collectBytes, decodeText, MAX_FILE_BYTES, openSheet, readSheetRows } from './sheets'

/** A ZIP archive of these parts; `claimed` lies about the size of each part in the directory. */
function zip(parts: Record<string, string | Buffer>, claimed?: number): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const body = Buffer.from(content)
    const packed = deflateRawSync(body)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(body), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? body.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name)])
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(at, 12)
    local.push(head, packed)
    directory.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 1, 2, 20, 0]),
        fields,
        tail.subarray(2),
        Buffer.from(name),
      ]),
    )
    at += head.length + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, entries, end])
}

const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbook = (rows: string, more = '') => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${NS}><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData>${more}</worksheet>`,
})
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`

const rowsOf = async (content: string | Buffer) =>
  (await readSheetRows(Buffer.from(content))).map(({ cells }) => cells)
const problem = async (content: Buffer) =>
  readSheetRows(content).then(
    () => 'read',
    (error: unknown) => (error as { problem?: string }).problem,
  )

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

describe('an XLSX file', () => {
  it('gives a merged cell to each row it covers, numbers with a comma, and the outcome of a formula', async () => {
    const rows = `<row r="1">${text('A1', 'Regio')}${text('B1', 'Aantal')}</row><row r="2">${text('A2', 'Zwolle')}<c r="B2"><v>12.5</v></c></row><row r="3"><c r="B3"><f>B2*2</f><v>25</v></c></row>`
    expect(
      await rowsOf(
        zip(workbook(rows, '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')),
      ),
    ).toEqual([
      ['Regio', 'Aantal'],
      ['Zwolle', '12,5'],
      ['Zwolle', '25'],
    ])
  })

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
    // The list of parts still points at the old places, so that the archive is broken rather than large.
    expect(await problem(Buffer.concat([before, sheet]))).toBe('broken')
    expect(await rowsOf(Buffer.concat([sheet.subarray(0, 4), sheet.subarray(4)]))).toEqual([
      ['Regio'],
    ])
  })

  const rowsWith = (rows: string, more = '', parts: Record<string, string> = {}) =>
    rowsOf(zip({ ...workbook(rows, more), ...parts }))

  it('gives a formula its outcome, names one that nobody worked out, and keeps text that looks like one as text', async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>HYPERLINK(&quot;http://x&quot;)</f></c><c r="C1" t="str"><f>A1</f><v>=cmd|calc</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f/></c>'
    expect(await rowsWith(`<row r="1">${cells}</row>`)).toEqual([
      ['2', '=HYPERLINK("http://x")', '=cmd|calc', '#DIV/0!', '='],
    ])
  })

  it('gives Dutch decimals as text and numbers as numbers, days by their style, and words of the shared list', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\\-mmm\\-yyyy"/><numFmt numFmtId="165" formatCode="&quot;dag&quot; 0.0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    const shared =
      '<sst><si><t>Zw</t><t xml:space="preserve">olle </t></si><si><r><t>A &amp; B</t></r><rPh sb="0" eb="1"><t>weg</t></rPh></si></sst>'
    const cells = `${text('A1', '1.250,5')}<c r="B1"><v>1250.5</v></c><c r="C1" s="1"><v>45292</v></c><c r="D1" s="2"><v>45657.5</v></c><c r="E1" s="3"><v>7</v></c><c r="F1" t="s"><v>0</v></c><c r="G1" t="s"><v>1</v></c><c r="H1" t="b"><v>1</v></c><c r="J1"><v>1.2E-3</v></c>`
    expect(
      await rowsWith(`<row r="1">${cells}</row>`, '', {
        'xl/styles.xml': styles,
        'xl/sharedStrings.xml': shared,
      }),
    ).toEqual([
      [
        '1.250,5',
        '1250,5',
        '2024-01-01',
        '2024-12-31',
        '7',
        'Zwolle',
        'A & B',
        'WAAR',
        '',
        '0,0012',
      ],
    ])
  })

  it('written with other names of tags, in UTF-16, or with holes between its rows is read', async () => {
    const named = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>3</x:v></x:c></x:row><x:row r="9"/><x:row r="12"><x:c t="inlineStr"><x:is><x:t>Eén</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    const read = async (sheet: Buffer) =>
      (await readSheetRows(zip({ ...workbook(''), 'xl/worksheets/sheet1.xml': sheet }))).map(
        ({ number, cells }) => [number, ...cells],
      )
    expect(await read(Buffer.from(named))).toEqual([[2, '', '3'], [9], [12, 'Eén']])
    expect(
      await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(named, 'utf16le')])),
    ).toEqual([[2, '', '3'], [9], [12, 'Eén']])
    const old = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row r="1">${text('A1', 'Fryslân')}</row></sheetData></worksheet>`
    expect(await read(Buffer.from(old, 'latin1'))).toEqual([[1, 'Fryslân']])
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

  const styled = (codes: string, xfs: string) => ({
    'xl/styles.xml': `<styleSheet><numFmts>${codes}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
  })

  it('gives a percentage as its cell shows it, whichever format has the sign', async () => {
    const own =
      '<numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0&quot; %&quot;"/><numFmt numFmtId="166" formatCode="[Red]0.00\\ %;-0.00\\ %"/><numFmt numFmtId="167" formatCode="0.0\\%"/>'
    const xfs = [164, 9, 10, 165, 166, 167].map((id) => `<xf numFmtId="${id}"/>`).join('')
    const cells = ['0.125', '0.07', '-0.125', '12.5', '0.07000000000000001', '12.5']
      .map((value, at) => `<c s="${at + 1}"><v>${value}</v></c>`)
      .join('')
    expect(await rowsWith(`<row r="1">${cells}</row>`, '', styled(own, xfs))).toEqual([
      ['12,5%', '7%', '-12,5%', '12,5', '7%', '12,5'],
    ])
  })

  it('has no noise of sums in its numbers, and keeps small and large ones', async () => {
    const values = [
      '1.77635683940025e-15',
      '-1.77635683940025e-15',
      '0.1',
      '0.30000000000000004',
      '1234567.1',
      '1E-7',
      '120',
      '1E+3',
      '-0.5',
      '1.1E-6',
    ]
    expect(
      await rowsWith(
        `<row r="1">${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`,
      ),
    ).toEqual([
      ['0', '0', '0,1', '0,3', '1234567,1', '0,0000001', '120', '1000', '-0,5', '0,0000011'],
    ])
  })

  it('says which cells are numbers, merged ones too', async () => {
    const rows = `<row r="1">${text('A1', '1.250')}<c r="B1"><v>1250</v></c></row><row r="2"/>`
    const read = await readSheetRows(
      zip(workbook(rows, '<mergeCells><mergeCell ref="B1:B2"/></mergeCells>')),
    )
    expect(read.map(({ cells, numeric }) => [cells, [...numeric]])).toEqual([
      [['1.250', '1250'], [1]],
      [['', '1250'], [1]],
    ])
  })

  it('counts what is filled: rows and cells with only a style are not too many', async () => {
    expect(
      await rowsWith(
        `<row r="1">${text('A1', 'x')}<c r="XFD1" s="1"/></row>${Array.from({ length: 200_001 }, (_, at) => `<row r="${at + 2}" s="1"/>`).join('')}`,
      ).then((rows) => [rows.length, rows[0]]),
    ).toEqual([200_002, ['x']])
    expect(
      await problem(zip(workbook(`<row r="1">${text('XFC1', 'ver')}<c r="XFD1" s="1"/></row>`))),
    ).toBe('tooManyRows')
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

  it('leaves out how a word is spoken, and takes text in CDATA', async () => {
    const shared =
      '<sst><si><t>Zwolle</t><rPh sb="0" eb="1"><t>weg</t></rPh></si><si><t><![CDATA[A & B]]></t></si></sst>'
    expect(
      await rowsWith('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', '', {
        'xl/sharedStrings.xml': shared,
      }),
    ).toEqual([['Zwolle', 'A & B']])
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

const sheetsOf = (sheets: readonly { name: string; state?: string; type?: string }[]) => ({
  ...workbook(''),
  'xl/workbook.xml': `<workbook ${NS}><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map(({ type = 'worksheet' }, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  ...Object.fromEntries(
    sheets.map(({ name }, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet ${NS}><sheetData><row r="1">${text('A1', `in ${name}`)}</row></sheetData></worksheet>`,
    ]),
  ),
})

describe('the sheets of a workbook', () => {
  const file = zip(
    sheetsOf([
      { name: 'Hulp', state: 'hidden' },
      { name: 'Geheim', state: 'veryHidden' },
      { name: 'Grafiek', type: 'chartsheet' },
      { name: 'Tabel &amp; 1', state: 'visible' },
      { name: 'Tabel 2' },
    ]),
  )
  const first = async (wanted?: string) => (await readSheetRows(file, wanted))[0]?.cells[0]

  it('are the visible ones, and the first of them is read', async () => {
    expect(await openSheet(file)).toMatchObject({
      sheets: ['Tabel & 1', 'Tabel 2'],
      sheet: 'Tabel & 1',
    })
    expect(await first()).toBe('in Tabel & 1')
  })

  it('can be chosen by name, in any case', async () => {
    expect(await first('tabel 2 ')).toBe('in Tabel 2')
  })

  it.each(['Hulp', 'Geheim', 'Tabel 3'])(
    'do not have %s, which is named instead of another one being read',
    async (wanted) => {
      await expect(readSheetRows(file, wanted)).rejects.toMatchObject({
        problem: 'sheetMissing',
        detail: `${wanted} / Tabel & 1, Tabel 2`,
      })
    },
  )
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
