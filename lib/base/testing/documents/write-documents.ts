import {
  type IRunOptions,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { escapeMarkup } from '@/lib/base/text/text'
import type { Example, Part } from './examples'
import { pdfOf, type PdfLine } from './write-pdf'

const BOLD: IRunOptions = { bold: true }
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

/** "**Label:** text" is bold in the documents that have styles. */
const runs = (text: string) =>
  text.split(/(\*\*[^*]+\*\*)/).map((piece) => ({
    text: piece.replaceAll('**', ''),
    isBold: piece.startsWith('**'),
  }))
const bare = (text: string) => text.replaceAll('**', '')

/** Rows that follow each other are one table. */
function groups(parts: readonly Part[]): (Part | Part[])[] {
  const all: (Part | Part[])[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.kind !== 'row') all.push(part)
    else if (Array.isArray(last)) last.push(part)
    else all.push([part])
  }
  return all
}

function wordHeading(part: Extract<Part, { kind: 'heading' }>, headings: string): Paragraph {
  if (headings === 'bold')
    return new Paragraph({ children: [new TextRun({ text: part.text, ...BOLD })] })
  const heading = part.level === 1 ? HeadingLevel.TITLE : (LEVELS[part.level - 2] ?? LEVELS[2])
  return new Paragraph({ heading, children: [new TextRun(part.text)] })
}

function wordTable(rows: readonly Part[]): Table {
  const cells = (row: Part) => (row.kind === 'row' ? row.cells : [])
  return new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: cells(row).map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  })
}

function wordPart(part: Part, headings: string): Paragraph {
  if (part.kind === 'heading') return wordHeading(part, headings)
  if (part.kind === 'item') return new Paragraph({ text: part.text, bullet: { level: 0 } })
  const text = part.kind === 'row' ? part.cells.join(' ') : part.text
  return new Paragraph({
    children: runs(text).map((run) => new TextRun({ text: run.text, ...(run.isBold && BOLD) })),
  })
}

export function docxOf({ parts, headings }: Pick<Example, 'parts' | 'headings'>): Promise<Buffer> {
  const children = groups(parts).map((part) =>
    Array.isArray(part) ? wordTable(part) : wordPart(part, headings),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const SPACES = ['office', 'text', 'table', 'style', 'fo']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'fo' ? 'xsl-fo-compatible' : name}:1.0"`,
  )
  .join(' ')

function odtPart(part: Part | Part[], headings: string): string {
  if (Array.isArray(part)) {
    const row = (one: Part) =>
      one.kind === 'row'
        ? `<table:table-row>${one.cells.map((cell) => `<table:table-cell><text:p>${escapeMarkup(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`
        : ''
    return `<table:table>${part.map(row).join('')}</table:table>`
  }
  if (part.kind === 'row') return ''
  const text = escapeMarkup(part.text)
  if (part.kind === 'item')
    return `<text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list>`
  if (part.kind !== 'heading') return `<text:p>${text}</text:p>`
  return headings === 'bold'
    ? `<text:p text:style-name="P1">${text}</text:p>`
    : `<text:h text:outline-level="${String(part.level)}">${text}</text:h>`
}

export const odtOfXml = (content: string): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(content),
    }),
  )

export function odtOf({ parts, headings }: Example): Buffer {
  const body = groups(parts).map((part) => odtPart(part, headings))
  return odtOfXml(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
  )
}

function textPart(part: Part, headings: string): string {
  if (part.kind === 'row') return part.cells.join('\t')
  if (part.kind === 'item') return `- ${part.text}`
  if (part.kind === 'paragraph') return bare(part.text)
  const line = headings === 'underline' ? `\n${'='.repeat(part.text.length)}` : ''
  return `\n${part.text}${line}\n`
}

export const txtOf = ({ parts, headings }: Example): Buffer =>
  Buffer.from(`${parts.map((part) => textPart(part, headings)).join('\n')}\n`)

const SIZES = [20, 14, 12]

function pdfPart(part: Part): PdfLine {
  if (part.kind === 'row') return { text: bare(part.cells[0] ?? ''), value: part.cells[1] ?? '' }
  if (part.kind === 'item') return { text: `• ${part.text}`, isTight: true }
  return part.kind === 'heading'
    ? { text: part.text, size: SIZES[part.level - 1] ?? 12, isBold: true }
    : { text: bare(part.text) }
}

export function fileOf(example: Example): Promise<Buffer> | Buffer {
  if (example.format === 'docx') return docxOf(example)
  if (example.format === 'odt') return odtOf(example)
  return example.format === 'txt' ? txtOf(example) : pdfOf(example.parts.map(pdfPart))
}
