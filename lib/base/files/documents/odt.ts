import { readWholeXml } from '../xml-reader.ts'
import { BlockWriter } from './block-writer.ts'
import { type Block, DocumentError } from './types.ts'

/** Remarks, deleted text, footnotes and tables of contents are not the text of a document. */
const SKIPPED = new Set([
  'annotation',
  'tracked-changes',
  'note',
  'table-of-content',
  'forms',
  'object',
  'script',
  'event-listeners',
])

interface Styles {
  bold: Set<string>
  titles: Set<string>
}

function checkXml(part: Buffer): void {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new DocumentError('broken')
}

function readStyles(parts: readonly Buffer[]): Styles {
  const styles: Styles = { bold: new Set(), titles: new Set(['Title']) }
  let style = ''
  for (const part of parts)
    readWholeXml(part, {
      open: (name, attributes) => {
        if (name === 'style') {
          style = attributes['style:name'] ?? ''
          if (attributes['style:parent-style-name'] === 'Title') styles.titles.add(style)
        }
        if (name === 'text-properties' && attributes['fo:font-weight'] === 'bold')
          styles.bold.add(style)
      },
    })
  return styles
}

const MAX_SPACES = 20

class OdtReader {
  readonly writer = new BlockWriter()
  readonly #styles: Styles
  readonly #open: string[] = []
  #text = ''
  #bold = ''
  #skipped = 0
  #items = 0
  #strong = 0
  #level = 1

  constructor(styles: Styles) {
    this.#styles = styles
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = attributes['text:style-name'] ?? ''
    this.#open.push(style)
    if (SKIPPED.has(name)) this.#skipped += 1
    if (this.#skipped > 0) return
    this.#begin(name, style, attributes)
    // A paragraph in a text box stands inside another one.
    if (name === 'p' || name === 'h') this.#flush('p', '')
    if (name === 'h') this.#level = Number(attributes['text:outline-level'] ?? 1)
  }

  #begin(name: string, style: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'span' && this.#styles.bold.has(style)) this.#strong += 1
    if (name === 's') this.text(' '.repeat(Math.min(MAX_SPACES, Number(attributes['text:c'] ?? 1))))
    if (name === 'tab' || name === 'line-break') this.text(' ')
    if (name === 'list-item') this.#items += 1
    if (name === 'table') this.writer.openTable()
    if (name === 'table-row') this.writer.openRow()
    if (name === 'table-cell') this.writer.openCell()
  }

  text(piece: string): void {
    if (this.#skipped > 0) return
    this.#text += piece
    if (this.#strong > 0) this.#bold += piece
  }

  #flush(name: string, style: string): void {
    const isTitle = this.#styles.titles.has(style)
    const isBold =
      this.#styles.bold.has(style) ||
      (this.#bold.trim() !== '' && this.#bold.trim() === this.#text.trim())
    this.writer.paragraph(this.#text, {
      level: name === 'h' ? this.#level : isTitle ? 1 : undefined,
      isItem: this.#items > 0,
      isBold,
    })
    this.#text = ''
    this.#bold = ''
  }

  close(name: string): void {
    const style = this.#open.pop() ?? ''
    if (SKIPPED.has(name)) this.#skipped -= 1
    else if (this.#skipped === 0) this.#end(name, style)
  }

  #end(name: string, style: string): void {
    if (name === 'span' && this.#styles.bold.has(style)) this.#strong -= 1
    if (name === 'p' || name === 'h') this.#flush(name, style)
    if (name === 'list-item') this.#items -= 1
    if (name === 'table-row') this.writer.closeRow()
    if (name === 'table') this.writer.closeTable()
  }
}

/** The text of an OpenDocument text, from its own XML. */
export function odtBlocks(parts: ReadonlyMap<string, Buffer>): Block[] {
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new DocumentError('password')
  const content = parts.get('content.xml')
  if (content === undefined) throw new DocumentError('broken')
  const styles = parts.get('styles.xml')
  const all = styles === undefined ? [content] : [styles, content]
  for (const part of all) checkXml(part)
  const reader = new OdtReader(readStyles(all))
  let depth = 0
  readWholeXml(content, {
    open: (name, attributes) => {
      if (name === 'body') depth += 1
      if (depth > 0) reader.open(name, attributes)
    },
    text: (piece) => reader.text(piece),
    close: (name) => {
      if (depth > 0) reader.close(name)
      if (name === 'body') depth -= 1
    },
  })
  return reader.writer.blocks
}
