import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { collectBytes, decodeText, MAX_FILE_BYTES, readSheetRows } from './sheets'

/** A ZIP archive of these parts; `claimed` lies about the size of each part in the directory. */
function zip(parts: Record<string, string | Buffer>, claimed?: number): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const body = Buffer.from(content)
    const packed = deflateRawSync(body)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0); fields.writeUInt16LE(8, 4); fields.writeUInt32LE(crc32(body), 10); fields.writeUInt32LE(packed.length, 14); fields.writeUInt32LE(claimed ?? body.length, 18); fields.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name)])
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(at, 12)
    local.push(head, packed)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail.subarray(2), Buffer.from(name)]))
    at += head.length + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(directory.length, 8); end.writeUInt16LE(directory.length, 10); end.writeUInt32LE(entries.length, 12); end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, entries, end])
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbook = (rows: string, more = '') => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${NS}><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData>${more}</worksheet>`,
})
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`

const rowsOf = async (content: string | Buffer) => (await readSheetRows(Buffer.from(content))).map(({ cells }) => cells)
const problem = async (content: Buffer) => readSheetRows(content).then(() => 'read', (error: unknown) => (error as { problem?: string }).problem)

describe('a CSV file', () => {
  it.each([
    ['semicolons and a comma in the number', Buffer.from('Regio;Aantal\nZwolle;1.250,5\n')],
    ['a byte order mark', Buffer.from('\uFEFFRegio;Aantal\r\nZwolle;1.250,5\r\n')],
    ['tabs', Buffer.from('Regio\tAantal\nZwolle\t1.250,5\n')],
    ['UTF-16 of Excel', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Regio;Aantal\nZwolle;1.250,5\n', 'utf16le')])],
  ])('is read with %s', async (_name, file) => {
    expect(await rowsOf(file)).toEqual([['Regio', 'Aantal'], ['Zwolle', '1.250,5']])
  })

  it('of old Windows keeps its letters', () => {
    expect(decodeText(Buffer.from([0x46, 0x72, 0x79, 0x73, 0x6c, 0xe2, 0x6e, 0x20, 0x80]))).toBe('Fryslân €')
  })

  it('keeps a formula as text, and the number of the row', async () => {
    expect(await readSheetRows(Buffer.from('a;b\n"x";"=HYPERLINK(1)"\n'))).toEqual([{ number: 1, cells: ['a', 'b'] }, { number: 2, cells: ['x', '=HYPERLINK(1)'] }])
  })

  it('is refused while it comes in, long before 200 MB are here', async () => {
    let sent = 0
    async function* endless() {
      for (; sent < 200; sent += 1) yield await Promise.resolve(Buffer.alloc(1_024 * 1_024, 65))
    }
    await expect(collectBytes(endless())).rejects.toMatchObject({ problem: 'tooLarge' })
    expect(sent * 1_024 * 1_024).toBeLessThanOrEqual(MAX_FILE_BYTES)
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
    expect(await rowsOf(zip(workbook(rows, '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')))).toEqual([['Regio', 'Aantal'], ['Zwolle', '12,5'], ['Zwolle', '25']])
  })

  it('that explodes is refused while it is unpacked, whatever its directory says', async () => {
    const bomb = Buffer.alloc(300 * 1_024 * 1_024)
    expect(await problem(zip({ ...workbook(''), 'xl/media/bom.bin': bomb }))).toBe('tooLarge')
    expect(await problem(zip({ ...workbook(''), 'xl/media/bom.bin': bomb.subarray(0, 20 * 1_024 * 1_024) }, 10))).toBe('tooLarge')
  })

  it('that is cut off is refused', async () => {
    expect(await problem(zip(workbook('<row/>')).subarray(0, 300))).toBe('broken')
  })
})
