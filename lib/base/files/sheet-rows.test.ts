import { describe, expect, it } from 'vitest'
import { problem, rowsOf, rowsWith } from '@/lib/base/testing/sheet-reading'
import { NS, RELATIONS, text, workbook, zip } from '@/lib/base/testing/workbook'
import { openSheet, readSheetRows } from './sheets'

describe('an XLSX file', () => {
  const styled = (codes: string, xfs: string) => ({
    'xl/styles.xml': `<styleSheet><numFmts>${codes}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
  })

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

  it('leaves out how a word is spoken, and takes text in CDATA', async () => {
    const shared =
      '<sst><si><t>Zwolle</t><rPh sb="0" eb="1"><t>weg</t></rPh></si><si><t><![CDATA[A & B]]></t></si></sst>'
    expect(
      await rowsWith('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', '', {
        'xl/sharedStrings.xml': shared,
      }),
    ).toEqual([['Zwolle', 'A & B']])
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
