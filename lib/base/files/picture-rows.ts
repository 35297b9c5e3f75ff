import { findAll, isElement, linesOf, type Element, type Node } from './figure-html'
import { viewBox } from './picture-shapes'

const MARK = '\u0001'

export function readRow(item: Element): { before: string[]; svg: Element; after: string[] } | null {
  const svgs = findAll(
    item,
    ({ tag, attributes }) =>
      tag === 'svg' || tag === 'details' || attributes['data-picture'] === 'none',
  ).filter(({ tag }) => tag === 'svg')
  const svg = svgs.toSorted((a, b) => viewBox(b).width - viewBox(a).width)[0]
  if (!svg) return null
  const marked = (node: Node): Node =>
    !isElement(node)
      ? node
      : node === svg
        ? { tag: 'p', attributes: {}, children: [MARK] }
        : { ...node, children: node.children.map(marked) }
  const lines = linesOf(marked(item))
  const at = lines.indexOf(MARK)
  return { before: lines.slice(0, at), svg, after: lines.slice(at + 1) }
}
