/**
 * Markdown as typed blocks. HTML, images and code are not read: they stay text, so what is made of
 * the blocks is safe by construction. Source: docs/adr/0048; CommonMark with the tables of GFM.
 */
import MarkdownIt from 'markdown-it'
import { safeUrl } from './text'

export interface InlineText {
  kind: 'text'
  text: string
  strong: boolean
  emphasis: boolean
  /** Only web and mail addresses. */
  href: string | null
}

export type Inline = InlineText | { kind: 'break' }

/** Level 1 is a heading in the text, level 2 one below it. */
export interface Heading {
  kind: 'heading'
  level: 1 | 2
  inlines: Inline[]
}

export type Block =
  | Heading
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }

type Token = ReturnType<MarkdownIt['parse']>[number]

const NOT_READ = [
  'code',
  'fence',
  'backticks',
  'image',
  'hr',
  'reference',
  'lheading',
  'entity',
  'html_block',
  'html_inline',
  'strikethrough',
  'linkify',
  'replacements',
  'smartquotes',
]

/** This preset has tables, and bounds lists and quotes to a depth of 100. */
const reader = new MarkdownIt('default', { html: false }).disable(NOT_READ)

/** The address when it is one that a link may lead to, else null. */
export function linkAddress(address: string): string | null {
  // Browsers take a space in an address, servers do not.
  if (/\s/.test(address)) return null
  const parsed = safeUrl.safeParse(address)
  return parsed.success ? parsed.data : null
}

type Style = Omit<InlineText, 'kind' | 'text'>

function styleAfter(token: Token, style: Style): Style {
  switch (token.type) {
    case 'strong_open':
    case 'strong_close':
      return { ...style, strong: token.nesting === 1 }
    case 'em_open':
    case 'em_close':
      return { ...style, emphasis: token.nesting === 1 }
    case 'link_open':
      return { ...style, href: linkAddress(token.attrGet('href') ?? '') }
    case 'link_close':
      return { ...style, href: null }
    default:
      return style
  }
}

function inlinesOf(token: Token | undefined): Inline[] {
  let style: Style = { strong: false, emphasis: false, href: null }
  const inlines: Inline[] = []
  for (const child of token?.children ?? []) {
    if (child.type === 'hardbreak') inlines.push({ kind: 'break' })
    else if (child.type === 'softbreak') inlines.push({ kind: 'text', text: ' ', ...style })
    else if (child.nesting === 0 && child.content !== '')
      inlines.push({ kind: 'text', text: child.content, ...style })
    else style = styleAfter(child, style)
  }
  return inlines
}

/** Walks the flat list of tokens; each opening one has its closing one further on. */
class BlockReader {
  private at = 0
  private hasHeading = false
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  blocks(until: string | null): Block[] {
    const blocks: Block[] = []
    for (;;) {
      const token = this.tokens[this.at]
      this.at += 1
      if (token === undefined || token.type === until) return blocks
      const block = this.block(token)
      if (block) blocks.push(block)
    }
  }

  private block(token: Token): Block | null {
    switch (token.type) {
      case 'heading_open':
        return this.heading(token)
      case 'paragraph_open':
        return { kind: 'paragraph', inlines: this.inline() }
      case 'bullet_list_open':
        return { kind: 'list', ordered: false, start: 1, items: this.items('bullet_list_close') }
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1)
        return { kind: 'list', ordered: true, start, items: this.items('ordered_list_close') }
      }
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.blocks('blockquote_close') }
      case 'table_open':
        return this.table()
      default:
        return null
    }
  }

  private inline(): Inline[] {
    const token = this.tokens[this.at]
    this.at += 2
    return inlinesOf(token)
  }

  /** A page never skips a level: the first heading is of the first level. */
  private heading({ tag }: Token): Heading {
    const level = this.hasHeading && tag !== 'h1' && tag !== 'h2' ? 2 : 1
    this.hasHeading = true
    return { kind: 'heading', level, inlines: this.inline() }
  }

  private items(until: string): Block[][] {
    const items: Block[][] = []
    while (this.tokens[this.at]?.type === 'list_item_open') {
      this.at += 1
      items.push(this.blocks('list_item_close'))
    }
    if (this.tokens[this.at]?.type === until) this.at += 1
    return items
  }

  private table(): Block {
    const rows: Inline[][][] = []
    for (;;) {
      const token = this.tokens[this.at]
      this.at += 1
      if (token === undefined || token.type === 'table_close') break
      if (token.type === 'tr_open') rows.push([])
      else if (token.type === 'inline') rows.at(-1)?.push(inlinesOf(token))
    }
    return { kind: 'table', head: rows[0] ?? [], rows: rows.slice(1) }
  }
}

/** The blocks of a text in Markdown. Any text can be read; what is no Markdown is a paragraph. */
export function readMarkdown(markdown: string): Block[] {
  return new BlockReader(reader.parse(markdown, {})).blocks(null)
}

const inlineWords = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join('')

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineWords(block.inlines)
    case 'list':
      return block.items.map((item) => `- ${item.map(blockWords).join('\n')}`).join('\n')
    case 'quote':
      return block.blocks.map(blockWords).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineWords).join('; ')).join('\n')
  }
}

/** The text without its layout. */
export const markdownWords = (markdown: string): string =>
  readMarkdown(markdown).map(blockWords).join('\n\n')
