// @vitest-environment happy-dom
import fc from 'fast-check'
import { DOMParser as DocumentParser } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { addColumnAfter, mergeCells, CellSelection } from 'prosemirror-tables'
import { describe, expect, it } from 'vitest'
import { setLink, TOOLS, toolbarState } from './commands'
import { documentOf, markdownOf } from './markdown'
import { schema } from './schema'
import { readablePaste } from './pasted-html'

const pasted = (html: string) => {
  const page = new DOMParser().parseFromString(readablePaste(html), 'text/html')
  return markdownOf(DocumentParser.fromSchema(schema).parse(page.body))
}

const WHOLE = `## Aanpak

Wij **bellen** *iedereen* en [lezen](https://a.nl/x).\\
Nieuwe regel.

### Stappen

- een
- twee
  1. twee a
  2. twee b

3. drie
4. vier

> Fijn gesprek.
>
> - met een punt

| Jaar | Mensen |
| --- | --- |
| 2024 | 31 \\| 32 |
| **2025** |  |`

describe('Markdown in the editor', () => {
  it('comes back as it was', () => {
    expect(markdownOf(documentOf(WHOLE))).toBe(WHOLE)
  })

  it('keeps any typed text, whatever signs are in it', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab 1.-+*_#>|`[]()<>&!\\~:=\n'.split('')) })
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 4 }), (texts) => {
        const typed = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
        const paragraphs = typed.map((text) =>
          schema.nodes.paragraph.create(null, schema.text(text)),
        )
        if (paragraphs.length === 0) return
        const document = schema.nodes.doc.create(null, paragraphs)
        const back = documentOf(markdownOf(document))
        expect(back.textBetween(0, back.content.size, '\n')).toBe(typed.join('\n'))
        expect(back.eq(document)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is stable: what was saved once is saved the same way again', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'a 1.-*#>|`[]()\n'.split('')),
      maxLength: 60,
    })
    fc.assert(
      fc.property(signs, (text) => {
        const once = markdownOf(documentOf(text))
        expect(markdownOf(documentOf(once))).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })

  it('shows merged cells once', () => {
    let state = EditorState.create({ doc: documentOf('| A | B |\n| --- | --- |\n| 1 | 2 |') })
    const apply = (transaction: Parameters<typeof state.apply>[0]) => {
      state = state.apply(transaction)
    }
    const cells: number[] = []
    state.doc.descendants((node, position) => {
      if (node.type === schema.nodes.table_cell) cells.push(position)
    })
    apply(state.tr.setSelection(CellSelection.create(state.doc, cells[0] ?? 0, cells[1] ?? 0)))
    mergeCells(state, apply)
    expect(markdownOf(state.doc)).toBe('| A | B |\n| --- | --- |\n| 1 2 |  |')
    addColumnAfter(state, apply)
    expect(markdownOf(state.doc)).toBe('| A | B |  |\n| --- | --- | --- |\n| 1 2 |  |  |')
  })
})

describe('pasting', () => {
  it('keeps headings, lists, emphasis, links and tables, and nothing else', () => {
    expect(
      pasted(
        '<h2 style="color:red">Doel</h2><p>Een <b>vet</b> en <span style="font-style:italic">cursief</span> woord<script>x</script><img src="x"></p>' +
          '<ul><li>een</li><li>twee</li></ul><table><tr><th>A</th></tr><tr><td><p>1</p></td></tr></table>' +
          '<p><a href="javascript:alert(1)">klik</a> <a href="https://a.nl/">lees</a></p>',
      ),
    ).toBe(
      '## Doel\n\nEen **vet** en *cursief* woord\n\n- een\n- twee\n\n| A |\n| --- |\n| 1 |\n\nklik [lees](https://a.nl/)',
    )
  })

  it('reads emphasis by style, as Google Docs gives it', () => {
    expect(
      pasted(
        '<b style="font-weight:normal" id="docs-internal"><p><span style="font-weight:700">vet</span> <span style="font-style: italic">cursief</span> <span style="font-weight:400">gewoon</span> en de tekst style="x" blijft</p></b>',
      ),
    ).toBe('**vet** *cursief* gewoon en de tekst style="x" blijft')
  })

  it('reads the lists of Word', () => {
    const item = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${String(level)} lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${text}</p>`
    expect(
      pasted(
        `<p>Vooraf</p>${item(1, '·', 'een')}${item(2, 'o', 'een a')}${item(1, '·', 'twee')}<p>Tussen</p>${item(1, '1.', 'eerst')}${item(1, '2.', 'dan')}`,
      ),
    ).toBe('Vooraf\n\n- een\n  - een a\n- twee\n\nTussen\n\n1. eerst\n2. dan')
  })
})

describe('the buttons', () => {
  const typed = (markdown: string) => {
    const document = documentOf(markdown)
    return EditorState.create({
      doc: document,
      selection: TextSelection.create(document, 1, document.content.size - 1),
    })
  }
  const after = (state: EditorState, command: (typeof TOOLS)['heading']['command']) => {
    let next = state
    command(state, (transaction) => {
      next = state.apply(transaction)
    })
    return next
  }

  it.each([
    ['heading', '## woord'],
    ['subheading', '### woord'],
    ['strong', '**woord**'],
    ['emphasis', '*woord*'],
    ['bullets', '- woord'],
    ['numbers', '1. woord'],
    ['quote', '> woord'],
  ] as const)('%s switches on and off again', (name, expected) => {
    const on = after(typed('woord'), TOOLS[name].command)
    expect(markdownOf(on.doc).replace(/^### /, name === 'subheading' ? '### ' : '')).toBe(expected)
    expect(toolbarState(on).on[name]).toBe(true)
    const off = after(on, TOOLS[name].command)
    expect(markdownOf(off.doc)).toBe('woord')
    expect(toolbarState(off).on[name]).toBe(false)
  })

  it('links words and lets go of the link', () => {
    const on = after(typed('woord'), setLink('https://a.nl/'))
    expect(markdownOf(on.doc)).toBe('[woord](https://a.nl/)')
    expect(toolbarState(on).on.link).toBe(true)
    expect(markdownOf(after(on, TOOLS.link.command).doc)).toBe('woord')
  })

  it('puts no table in a table', () => {
    const on = after(typed('woord'), TOOLS.table.command)
    expect(markdownOf(on.doc)).toMatch(/^woord\n\n\|  \|  \|\n\| --- \| --- \|/)
    expect(toolbarState(on)).toMatchObject({ inTable: true, impossible: { table: true } })
    expect(markdownOf(after(on, TOOLS.table.command).doc)).toBe(markdownOf(on.doc))
  })
})
