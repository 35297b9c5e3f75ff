import 'server-only'
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx'
import { xmlSafe } from '@/lib/base/text/text'
import type { Table } from './workbook'

export type Block = Paragraph | WordTable

const LEVELS = {
  title: HeadingLevel.TITLE,
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const
const STRONG: IRunOptions = { bold: true }
const run = (text: string, style: IRunOptions = {}) =>
  new TextRun({ text: xmlSafe(text), ...style })
const AFTER = { after: 120 }

/** A real heading style, so that screen readers can navigate by it. */
export const heading = (text: string, level: keyof typeof LEVELS, pageBreakBefore = false): Block =>
  new Paragraph({ children: [run(text)], heading: LEVELS[level], pageBreakBefore })

export const line = (text: string): Block =>
  new Paragraph({ children: [run(text)], spacing: AFTER })

export const lines = (text: string): Block[] =>
  text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .map(line)

const asLabel = (label: string) => (label.endsWith('?') ? `${label} ` : `${label}: `)

export const labelled = (label: string, text: string): Block =>
  new Paragraph({ children: [run(asLabel(label), STRONG), run(text)], spacing: AFTER })

/** Above the items it belongs to, and on the same page. */
export const label = (text: string): Block =>
  new Paragraph({ children: [run(asLabel(text).trimEnd(), STRONG)], keepNext: true })

export const bullet = (text: string): Block =>
  new Paragraph({ children: [run(text)], bullet: { level: 0 } })

/** The header row is marked, so that it repeats on each page and is read as a header. */
export function wordTable(
  { header, rows }: Pick<Table, 'header' | 'rows'>,
  amount: (value: number) => string,
): Block {
  const cell = (text: string, style: IRunOptions = {}) =>
    new TableCell({
      children: [new Paragraph({ children: [run(text, style)] })],
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
    })
  return new WordTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((title) => cell(title, STRONG)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value) =>
              cell(value === null ? '' : typeof value === 'number' ? amount(value) : value),
            ),
          }),
      ),
    ],
  })
}

export async function toDocx({
  title,
  description,
  language,
  blocks,
}: {
  title: string
  description: string
  language: 'nl' | 'en'
  blocks: readonly Block[]
}): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: xmlSafe(title),
      creator: 'Praktijkbank',
      description: xmlSafe(description),
      sections: [{ children: [...blocks] }],
      styles: {
        default: {
          document: {
            run: {
              font: 'Calibri',
              size: 22,
              language: { value: language === 'en' ? 'en-GB' : 'nl-NL' },
            },
          },
        },
      },
    }),
  )
}
