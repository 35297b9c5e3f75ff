import 'server-only'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  SimpleField,
  Table as WordTable,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
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
/** The colours of the light theme. */
const INK = '1B2420'
const MUTED = '55605A'
const GREEN = '1F5F4A'

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

/** A title above a table; Word numbers it anew when tables are added. */
export const caption = (name: string, number: number, text: string): Block =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      run(`${name} `),
      new SimpleField(`SEQ ${xmlSafe(name)} \\* ARABIC`, String(number)),
      run(`. ${text}`),
    ],
  })

/** A text set apart by a line beside it. */
export const aside = (text: string): Block =>
  new Paragraph({
    children: [run(text)],
    spacing: AFTER,
    indent: { left: 240 },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: GREEN } },
  })

type Cell = Table['rows'][number][number] | readonly string[]

const textOf = (value: Cell, amount: (value: number) => string): readonly string[] => {
  if (value === null) return ['']
  if (typeof value === 'object') return value
  return [typeof value === 'number' ? amount(value) : value]
}

interface WordTableContent {
  header: readonly string[]
  /** A cell may hold several lines. */
  rows: readonly (readonly Cell[])[]
  /** In percent; such a table is dense, so its letters are smaller. */
  widths?: readonly number[]
}

const SMALLER: IRunOptions = { size: 20 }

/** The header row is marked, so that it repeats on each page and is read as a header. */
export function wordTable(
  { header, rows, widths }: WordTableContent,
  amount: (value: number) => string,
): Block {
  const cell = (texts: readonly string[], at: number, style: IRunOptions = {}) =>
    new TableCell({
      children: texts.map(
        (text) =>
          new Paragraph({
            children: [
              run(text, {
                ...(widths && SMALLER),
                ...style,
              }),
            ],
          }),
      ),
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      ...(widths && { width: { size: widths[at] ?? 0, type: WidthType.PERCENTAGE } }),
    })
  return new WordTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((title, at) => cell([title], at, STRONG)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value, at) => cell(textOf(value, amount), at)),
          }),
      ),
    ],
  })
}

/** What stands on each page: above, below, and the words around the page numbers. */
export interface Running {
  header: string
  footer: string
  page: { before: string; between: string }
}

const SMALL: IRunOptions = { size: 18, color: MUTED }

function runningParts({ header, footer, page }: Running, width: number) {
  const tabStops = [{ type: TabStopType.RIGHT, position: width }]
  return {
    headers: {
      default: new Header({ children: [new Paragraph({ children: [run(header, SMALL)] })] }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops,
            alignment: AlignmentType.LEFT,
            children: [
              run(`${footer}\t${page.before}`, SMALL),
              new TextRun({ children: [PageNumber.CURRENT], ...SMALL }),
              run(page.between, SMALL),
              new TextRun({ children: [PageNumber.TOTAL_PAGES], ...SMALL }),
            ],
          }),
        ],
      }),
    },
  }
}

/** A4 in twentieths of a point, with margins of 2 cm. */
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = 1_134

const sectionOf = (blocks: readonly Block[], running?: Running): ISectionOptions => ({
  properties: {
    page: { size: A4, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
  },
  ...(running && runningParts(running, A4.width - 2 * MARGIN)),
  children: [...blocks],
})

const HEAD = { font: 'Calibri', color: INK, bold: true }
const headingStyle = (size: number, before: number) => ({
  run: { ...HEAD, size },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

function stylesIn(language: 'nl' | 'en'): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          language: { value: language === 'en' ? 'en-GB' : 'nl-NL' },
        },
      },
      title: headingStyle(48, 0),
      heading1: headingStyle(32, 320),
      heading2: headingStyle(26, 240),
      heading3: headingStyle(23, 180),
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 20, color: MUTED },
        paragraph: { spacing: { before: 120, after: 80 } },
      },
    ],
  }
}

export async function toDocx({
  title,
  description,
  language,
  blocks,
  running,
}: {
  title: string
  description: string
  language: 'nl' | 'en'
  blocks: readonly Block[]
  running?: Running
}): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: xmlSafe(title),
      creator: 'Praktijkbank',
      description: xmlSafe(description),
      sections: [sectionOf(blocks, running)],
      styles: stylesIn(language),
    }),
  )
}
