import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { readWholeXml } from '../xml-reader.ts'
import { BlockWriter } from './block-writer.ts'
import { type Block, DocumentError } from './types.ts'

/** What carries text. Macros, pictures, embedded files and templates are not handed on. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml|word\/_rels\/document\d*\.xml\.rels)$/

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name^='toc '] => !",
  "r[style-name='Strong'] => strong",
]

/** Office forbids a document type, which could make text of nothing or name a file elsewhere. */
function checkXml(part: Buffer): void {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new DocumentError('broken')
  readWholeXml(part, {})
}

/** Asked for each picture, it reads none. */
const NO_PICTURES = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

const HEADING = /^h([1-6])$/

/** The answer of mammoth is a small, well-formed subset of HTML. */
export function htmlBlocks(html: string): Block[] {
  const writer = new BlockWriter()
  let text = ''
  let bold = ''
  let strong = 0
  let note = 0
  let raised = 0
  const end = (name: string) => {
    const level = HEADING.exec(name)?.[1]
    if (note === 0)
      writer.paragraph(text, {
        level: level === undefined ? undefined : Number(level),
        isItem: name === 'li',
        isBold: text.trim() !== '' && bold.trim() === text.trim(),
      })
    text = ''
    bold = ''
  }
  readWholeXml(Buffer.from(`<html>${html}</html>`), {
    open: (name, attributes) => {
      if (name === 'strong') strong += 1
      if (name === 'sup') raised += 1
      if (name === 'br') text += ' '
      // Text before a list inside an item, or before a paragraph in a cell
      if (['ul', 'ol', 'table', 'p', 'li'].includes(name)) end(name === 'p' ? 'p' : 'li')
      if (/^(?:foot|end)note-\d/.test(attributes.id ?? '')) note += 1
      if (name === 'table') writer.openTable()
      if (name === 'tr') writer.openRow()
      if (name === 'td' || name === 'th') writer.openCell()
    },
    text: (piece) => {
      // Numbers of footnotes
      if (raised > 0) return
      text += piece
      if (strong > 0) bold += piece
    },
    close: (name) => {
      if (name === 'strong') strong -= 1
      if (name === 'sup') raised -= 1
      if (HEADING.test(name) || ['p', 'li', 'td', 'th'].includes(name)) end(name)
      if (name === 'li' && note > 0) note -= 1
      if (name === 'tr') writer.closeRow()
      if (name === 'table') writer.closeTable()
    },
  })
  return writer.blocks
}

/** The text of a Word file. Nothing outside its own text is read. */
export async function docxBlocks(parts: ReadonlyMap<string, Buffer>): Promise<Block[]> {
  const kept = [...parts].filter(([name]) => PART.test(name))
  for (const [, part] of kept) checkXml(part)
  const clean = zipSync(
    Object.fromEntries(kept.map(([name, part]) => [name, new Uint8Array(part)] as const)),
    { level: 0 },
  )
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(clean) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: NO_PICTURES,
      externalFileAccess: false,
    },
  )
  return htmlBlocks(value)
}
