/**
 * Reads one figure out of a page of our own: its drawings, its words and its table. React writes
 * elements that are well-formed XML; what comes from elsewhere never gets here.
 */
import { SaxesParser } from 'saxes'
import { xmlSafe } from '@/lib/base/text/text'

export interface Element {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: Node[]
}
export type Node = Element | string

/** Ends the reading at the end of the figure: what follows on the page is of no use. */
class FigureEnd extends Error {}

/** The element that begins here, with all that is in it; null when it never ends or is broken. */
function readElement(html: string, from: number): Element | null {
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  const parser = new SaxesParser({ position: false, xmlns: false, fragment: true })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { tag: name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('closetag', () => {
    open.pop()
    if (open.length === 1) throw new FigureEnd()
  })
  try {
    parser.write(xmlSafe(html.slice(from))).close()
    return null
  } catch (error) {
    return error instanceof FigureEnd ? ((root.children[0] as Element | undefined) ?? null) : null
  }
}

/** The figure with this id in a page, or null. */
export function findFigure(html: string, id: string): Element | null {
  const at = new RegExp(`<figure(?=\\s)[^>]*\\sid="${id.replace(/[^a-z0-9-]/g, '')}"`).exec(html)
  return at ? readElement(html, at.index) : null
}

export const isElement = (node: Node): node is Element => typeof node !== 'string'
export const classesOf = ({ attributes }: Element): string[] =>
  (attributes.class ?? '').split(/\s+/).filter((name) => name !== '')

/** Every element below this one for which `test` holds, in the order of the page; what is in it is not looked at again. */
export function findAll(element: Element, test: (element: Element) => boolean): Element[] {
  return element.children.flatMap((child) =>
    !isElement(child) ? [] : test(child) ? [child] : findAll(child, test),
  )
}

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'table',
  'tr',
])
const isUnseen = (element: Element) =>
  element.tag === 'svg' ||
  element.tag === 'details' ||
  element.tag === 'sup' ||
  classesOf(element).includes('sr-only')

/** What people read in an element, a line for each block; not what is folded away or only heard. */
export function linesOf(node: Node): string[] {
  const lines = ['']
  const walk = (current: Node) => {
    if (!isElement(current)) {
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${current}`
      return
    }
    if (isUnseen(current)) return
    const own =
      BLOCKS.has(current.tag) || current.tag === 'br' || classesOf(current).includes('block')
    if (own) lines.push('')
    current.children.forEach(walk)
    if (own) lines.push('')
  }
  walk(node)
  return lines.map((line) => line.replace(/[ \t\r\n]+/g, ' ').trim()).filter((line) => line !== '')
}
