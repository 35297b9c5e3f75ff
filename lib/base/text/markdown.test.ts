import { describe, expect, it } from 'vitest'
import { linkAddress, markdownWords, readMarkdown, type Block } from './markdown'

const plain = { strong: false, emphasis: false, href: null }
const text = (words: string, style = {}) => ({ kind: 'text', text: words, ...plain, ...style })
const paragraph = (...inlines: object[]) => ({ kind: 'paragraph', inlines })

describe('reading Markdown', () => {
  it('reads headings, lists, quotes, links and emphasis', () => {
    const blocks = readMarkdown(
      '## Aanpak\n\nWij **bellen** *iedereen* en [lezen](https://a.nl/x).\n\n- een\n- twee\n  1. twee a\n\n> Fijn.\n',
    )
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, inlines: [text('Aanpak')] },
      paragraph(
        text('Wij '),
        text('bellen', { strong: true }),
        text(' '),
        text('iedereen', { emphasis: true }),
        text(' en '),
        text('lezen', { href: 'https://a.nl/x' }),
        text('.'),
      ),
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          [paragraph(text('een'))],
          [
            paragraph(text('twee')),
            { kind: 'list', ordered: true, start: 1, items: [[paragraph(text('twee a'))]] },
          ],
        ],
      },
      { kind: 'quote', blocks: [paragraph(text('Fijn.'))] },
    ])
  })

  it('reads a table with a row of headings', () => {
    const [table] = readMarkdown('| Jaar | Mensen |\n| --- | --- |\n| 2024 | 31 |\n| 2025 | 40 |')
    expect(table).toEqual({
      kind: 'table',
      head: [[text('Jaar')], [text('Mensen')]],
      rows: [
        [[text('2024')], [text('31')]],
        [[text('2025')], [text('40')]],
      ],
    })
  })

  it('never skips a level of heading', () => {
    const levels = (markdown: string) =>
      readMarkdown(markdown).flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(levels('### Diep\n\n# Hoog\n\n###### Dieper')).toEqual([1, 1, 2])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '`code` en &lt;b&gt;',
    '    ingesprongen',
    '---',
  ])('keeps %s as text', (markdown) => {
    const blocks = readMarkdown(markdown)
    expect(blocks).toHaveLength(1)
    expect(markdownWords(markdown)).toBe(markdown.trim())
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elders.nl',
    '/lokaal',
    'https://geen adres',
  ])('makes no link of %s', (address) => {
    expect(linkAddress(address)).toBeNull()
    const links = JSON.stringify(readMarkdown(`[klik](${address})`))
    expect(links).not.toContain(`"href":"`)
  })

  it('shows an image as what it says', () => {
    expect(markdownWords('![foto](https://a.nl/x.png)')).toBe('!foto')
  })

  it('reads hostile text in bounded time and depth', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(
        0,
        ...blocks.map((block) => {
          if (block.kind === 'quote') return 1 + depth(block.blocks)
          if (block.kind === 'list') return 1 + Math.max(0, ...block.items.map(depth))
          return 0
        }),
      )
    const hostile = ['> ', '- ', '*a **a ', '[', '![', '|', '[a](', '<', '\\', '_a_'].map((sign) =>
      sign.repeat(20_000 / sign.length),
    )
    const started = process.cpuUsage()
    for (const markdown of hostile) expect(depth(readMarkdown(markdown))).toBeLessThanOrEqual(100)
    const { user } = process.cpuUsage(started)
    expect(user / 1_000_000).toBeLessThan(20)
  })

  it('keeps the words of deep lists', () => {
    const deep = Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- punt ${String(at)}`)
    expect(markdownWords(deep.join('\n'))).toContain('punt 39')
  })

  it('gives the words without the signs', () => {
    expect(markdownWords('## Kop\n\n- **een**\n- twee\n\n| A | B |\n|---|---|\n| 1 | 2 |')).toBe(
      'Kop\n\n- een\n- twee\n\nA; B\n1; 2',
    )
  })
})
