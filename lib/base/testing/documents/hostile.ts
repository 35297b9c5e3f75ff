import { strToU8, zipSync } from 'fflate'
import { odtOfXml } from './write-documents'
import { pdfOf, pdfOfObjects } from './write-pdf'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

type Parts = Record<string, string | Uint8Array>

/** A Word file of this body, with more parts beside it. */
export function docxOfXml(body: string, more: Parts = {}, prolog = ''): Buffer {
  const parts: Parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?>${prolog}<w:document xmlns:w="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === 'string' ? strToU8(part) : part,
        ]),
      ),
    ),
  )
}

export const wordParagraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const nested = (open: string, close: string, depth: number, text: string) =>
  `${open.repeat(depth)}${text}${close.repeat(depth)}`

const LAUGHS =
  '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

/** Outside the file: a picture, a template and a page. */
export const docxWithReferences = (address: string): Buffer =>
  docxOfXml(
    `${wordParagraph('Projectplan Van buiten')}<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
    {
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}/beeld.png" TargetMode="External"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}/sjabloon.dotm" TargetMode="External"/></Relationships>`,
      'word/vbaProject.bin': new Uint8Array([1, 2, 3]),
    },
  )

const ole = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(name, 'utf16le'),
  ])

const zeroes = (count: number) => `(${'\\000'.repeat(count)})`

const lockedPdf = () =>
  pdfOf(
    [{ text: 'Geheim' }],
    `/ID [${zeroes(16)} ${zeroes(16)}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${zeroes(32)} /U ${zeroes(32)} /P -4 >>`,
  )

const scannedPdf = () =>
  pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    '<< /Length 21 >>\nstream\n0 0 100 100 re f\nq Q \nendstream',
  ])

const encryptedZip = () => {
  const file = docxOfXml(wordParagraph('Geheim'))
  file.writeUInt16LE(file.readUInt16LE(6) | 1, 6)
  return file
}

/** Packed into 20 kB, which may become 4 MB and no more. */
const EXPANDING = 20 * 1_024 * 1_024

/** Files that mean harm or cannot be read, with what people are told. */
export const hostileFiles = (): [string, () => Buffer, string][] => [
  ['nothing at all', () => Buffer.alloc(0), 'empty'],
  ['a program renamed to .docx', () => Buffer.from('MZ\u0090\u0000 This program'), 'program'],
  ['a script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
  ['a web page', () => Buffer.from('<html><script>alert(1)</script>'), 'wrongKind'],
  ['a workbook', () => Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'wrongKind'],
  ['an old Word file', () => ole('WordDocument'), 'oldWord'],
  ['a Word file with a password', () => ole('EncryptedPackage'), 'password'],
  ['an archive with a password', encryptedZip, 'password'],
  ['a PDF with a password', lockedPdf, 'password'],
  ['a PDF of a scan', scannedPdf, 'picture'],
  ['half a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type'), 'broken'],
  ['half a Word file', () => docxOfXml(wordParagraph('Plan')).subarray(0, 300), 'broken'],
  ['a zip bomb', () => docxOfXml('', { 'word/styles.xml': new Uint8Array(EXPANDING) }), 'tooLarge'],
  ['a Word file that expands', () => docxOfXml(wordParagraph('&c;'), {}, LAUGHS), 'broken'],
  [
    'an OpenDocument that expands',
    () =>
      odtOfXml(`${LAUGHS}<office:document-content><text:p>&c;</text:p></office:document-content>`),
    'broken',
  ],
  [
    'tables in tables without end',
    () =>
      docxOfXml(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 5_000, wordParagraph('x'))),
    'broken',
  ],
  [
    'more pages than anyone reads',
    () => pdfOf(Array.from({ length: 4_600 }, () => ({ text: 'Regel' }))),
    'tooManyPages',
  ],
  [
    'more text than a document has',
    () => docxOfXml(wordParagraph('lang '.repeat(70_000))),
    'tooMuchText',
  ],
]
