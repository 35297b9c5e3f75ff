import { cleanText } from '../../text/text.ts'
import type { Block } from './types.ts'

export interface ParagraphStyle {
  level?: number | undefined
  isItem?: boolean
  isBold?: boolean
}

const BOLD_HEADING = { length: 90, level: 4 }

/** Soft hyphens only break lines; other white space is one space. */
export const tidy = (text: string) => cleanText(text.replaceAll('\u00AD', '').replace(/\s+/g, ' '))

/** Many writers make headings of bold lines. */
const isBoldHeading = (text: string, { isBold = false, isItem = false }: ParagraphStyle) =>
  isBold && !isItem && text.length <= BOLD_HEADING.length && !/[.,;:]$/.test(text)

/** Puts paragraphs and tables in a row. A table inside a cell is read as text of that cell. */
export class BlockWriter {
  readonly blocks: Block[] = []
  #depth = 0
  #row: string[][] = []

  paragraph(raw: string, style: ParagraphStyle = {}): void {
    const text = tidy(raw)
    if (text === '') return
    const cell = this.#depth > 0 ? this.#row.at(-1) : undefined
    if (cell) cell.push(text)
    else if (style.level !== undefined)
      this.blocks.push({ kind: 'heading', level: style.level, text })
    else if (isBoldHeading(text, style))
      this.blocks.push({ kind: 'heading', level: BOLD_HEADING.level, text })
    else this.blocks.push({ kind: style.isItem === true ? 'item' : 'paragraph', text })
  }

  openTable(): void {
    this.#depth += 1
  }

  closeTable(): void {
    this.#depth -= 1
  }

  openRow(): void {
    if (this.#depth === 1) this.#row = []
  }

  openCell(): void {
    if (this.#depth === 1) this.#row.push([])
  }

  closeRow(): void {
    if (this.#depth !== 1) return
    const cells = this.#row.map((lines) => lines.join('\n'))
    this.#row = []
    const [label = '', value = ''] = cells
    if (cells.every((cell) => cell === '')) return
    if (cells.length === 1)
      for (const text of label.split('\n')) this.blocks.push({ kind: 'paragraph', text })
    else if (cells.length === 2 && label !== '' && value !== '')
      this.blocks.push({ kind: 'pair', label: tidy(label), value })
    else this.blocks.push({ kind: 'row', cells: cells.map(tidy) })
  }
}
