import { MarkdownSerializer, defaultMarkdownSerializer } from 'prosemirror-markdown'
import type { Mark, Node } from 'prosemirror-model'
import { TableMap } from 'prosemirror-tables'
import { readMarkdown, type Block, type Inline } from '@/lib/base/text/markdown'
import { schema } from './schema'

const { nodes, marks } = schema

function inlineNode(inline: Inline): Node {
  if (inline.kind === 'break') return nodes.hard_break.create()
  const set: Mark[] = [
    ...(inline.href === null ? [] : [marks.link.create({ href: inline.href })]),
    ...(inline.emphasis ? [marks.em.create()] : []),
    ...(inline.strong ? [marks.strong.create()] : []),
  ]
  return schema.text(inline.text, set)
}

const inlineNodes = (inlines: readonly Inline[]) => inlines.map(inlineNode)

/** A list item begins with a paragraph, also where the text has none. */
function itemNode(blocks: readonly Block[]): Node {
  const children = blocks.map(blockNode)
  const begins = children[0]?.type === nodes.paragraph
  return nodes.list_item.create(null, begins ? children : [nodes.paragraph.create(), ...children])
}

const orEmpty = (children: Node[]) => (children.length > 0 ? children : [nodes.paragraph.create()])

function blockNode(block: Block): Node {
  switch (block.kind) {
    case 'heading': {
      const words = inlineNodes(block.inlines).filter(({ isText }) => isText)
      return nodes.heading.create({ level: block.level }, words)
    }
    case 'paragraph':
      return nodes.paragraph.create(null, inlineNodes(block.inlines))
    case 'quote':
      return nodes.blockquote.create(null, orEmpty(block.blocks.map(blockNode)))
    case 'list':
      return block.ordered
        ? nodes.ordered_list.create({ order: block.start }, block.items.map(itemNode))
        : nodes.bullet_list.create(null, block.items.map(itemNode))
    case 'table': {
      const row = (cells: readonly Inline[][], type: 'table_header' | 'table_cell') =>
        nodes.table_row.create(
          null,
          cells.map((cell) =>
            nodes[type].create(null, nodes.paragraph.create(null, inlineNodes(cell))),
          ),
        )
      return nodes.table.create(null, [
        row(block.head, 'table_header'),
        ...block.rows.map((cells) => row(cells, 'table_cell')),
      ])
    }
  }
}

/** The document of the editor for a text in Markdown. */
export const documentOf = (markdown: string): Node =>
  nodes.doc.create(null, orEmpty(readMarkdown(markdown).map(blockNode)))

const standard = defaultMarkdownSerializer

/** At the start of a line these begin a heading, quote or list. */
const BEGINS_BLOCK = /^(\s*)(?:(>|(?:#{1,6}|[+-])(?=\s|$))|(\d+)(?=[.)](?:\s|$)))/

/** One line: a cell cannot hold more. */
function cellText(cell: Node): string {
  const markdown = serializer.serialize(nodes.doc.create(null, cell.content))
  return markdown.replace(/\\?\n+/g, ' ').trim()
}

/** Markdown knows no merged cells: the text stands in the first, the others are empty. */
function tableLines(table: Node): string[] {
  const map = TableMap.get(table)
  const seen = new Set<number>()
  const rows = Array.from({ length: map.height }, (_, row) =>
    Array.from({ length: map.width }, (__, column) => {
      const position = map.map[row * map.width + column] ?? 0
      if (seen.has(position)) return ''
      seen.add(position)
      const cell = table.nodeAt(position)
      return cell ? cellText(cell) : ''
    }),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(head.map(() => '---')), ...body.map(line)]
}

const beginAsText = (_: string, spaces: string, sign?: string, number?: string) =>
  number === undefined ? `${spaces}\\${sign ?? ''}` : `${spaces}${number}\\`

const serializer: MarkdownSerializer = new MarkdownSerializer(
  {
    ...standard.nodes,
    heading(state, node) {
      state.write(node.attrs.level === 1 ? '## ' : '### ')
      state.renderInline(node, false)
      state.closeBlock(node)
    },
    text(state, node, parent, index) {
      const text = node.text ?? ''
      const isLineStart = index === 0 || parent.child(index - 1).type === nodes.hard_break
      const escaped = state.esc(text).replace(/[|<]/g, '\\$&')
      const safe = isLineStart ? escaped.replace(BEGINS_BLOCK, beginAsText) : escaped
      state.text(safe, false)
    },
    bullet_list(state, node) {
      state.renderList(node, '  ', () => '- ')
    },
    table(state, node) {
      tableLines(node).forEach((line, index) => {
        if (index > 0) state.ensureNewLine()
        state.write(line)
      })
      state.closeBlock(node)
    },
  },
  {
    ...standard.marks,
    link: {
      open: '[',
      close: (_, { attrs }) => `](${String(attrs.href).replace(/[()\\"]/g, '\\$&')})`,
      mixable: true,
    },
  },
)

/** The document as Markdown: what `documentOf` reads back as the same document. */
export const markdownOf = (document: Node): string =>
  serializer.serialize(document, { tightLists: true })
