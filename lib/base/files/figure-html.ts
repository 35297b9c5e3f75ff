/** Only for our own pages: React writes well-formed HTML, so that a small reader is enough. */
import { unescapeMarkup } from '@/lib/base/text/text'

export interface Element {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: Node[]
}
export type Node = Element | string

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const TOKEN =
  /<!--[\s\S]*?-->|<\/([a-zA-Z][\w:-]*)\s*>|<([a-zA-Z][\w:-]*)((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+|</g
const ATTRIBUTE = /([^\s=>/"]+)(?:="([^"]*)")?/g

function readElement(html: string, from: number): Element | null {
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  TOKEN.lastIndex = from
  for (let found = TOKEN.exec(html); found; found = TOKEN.exec(html)) {
    const [token, ends, begins, attributes = '', closed] = found
    const top = open.at(-1) ?? root
    if (ends !== undefined) {
      if (open.length > 1 && top.tag.toLowerCase() === ends.toLowerCase()) open.pop()
      if (open.length === 1) return (root.children[0] as Element | undefined) ?? null
    } else if (begins !== undefined) {
      const tag = /[A-Z]/.test(begins) ? begins : begins.toLowerCase()
      const element: Element = {
        tag,
        attributes: Object.fromEntries(
          [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
            name,
            unescapeMarkup(value),
          ]),
        ),
        children: [],
      }
      top.children.push(element)
      if (closed !== '/' && !VOID.has(tag)) open.push(element)
    } else if (!token.startsWith('<!--')) {
      top.children.push(unescapeMarkup(token))
    }
  }
  return null
}

export function findFigure(html: string, id: string): Element | null {
  const at = new RegExp(`<figure(?=\\s)[^>]*\\sid="${id.replace(/[^a-z0-9-]/g, '')}"`).exec(html)
  return at ? readElement(html, at.index) : null
}

export const isElement = (node: Node): node is Element => typeof node !== 'string'
export const classesOf = ({ attributes }: Element): string[] =>
  (attributes.class ?? '').split(/\s+/).filter((name) => name !== '')

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
