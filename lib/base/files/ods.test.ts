import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { toOds } from './ods'

/** The cells of each row as text, as a program reads them. */
function readRows(file: Uint8Array): string[][] {
  const content = unzipSync(file)['content.xml']
  if (!content) throw new Error('no content')
  const rows: string[][] = []
  let text: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table-row') rows.push([])
    if (name === 'table:table-cell') text = ''
    if (text === null) return
    if (name === 'text:p' && text !== '') text += '\n'
    if (name === 'text:s') text += ' '.repeat(Number(attributes['text:c']))
    if (name === 'text:tab') text += '\t'
  })
  parser.on('text', (part) => {
    if (text !== null) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'table:table-cell') return
    rows.at(-1)?.push(text ?? '')
    text = null
  })
  parser.write(strFromU8(content)).close()
  return rows
}

describe('toOds', () => {
  const table = {
    name: 'Lijst & meer',
    header: ['Titel', 'Getal'],
    rows: [
      ['=1+1', 1.5],
      ['Twee regels\nmet  spaties en\ttab', null],
      ['<b> & "aanhaling"', 0],
      ['met \u0000 en \uFFFE', -2],
    ] as const,
  }

  it('can be read back: text stays text and numbers stay numbers', () => {
    const file = toOds([table])
    expect(readRows(file)).toEqual([
      ['Titel', 'Getal'],
      ['=1+1', '1.5'],
      ['Twee regels\nmet  spaties en\ttab', ''],
      ['<b> & "aanhaling"', '0'],
      ['met  en ', '-2'],
    ])
    const content = strFromU8(unzipSync(file)['content.xml'] ?? new Uint8Array())
    expect(content).not.toContain('table:formula')
    expect(content).toContain('office:value-type="float" office:value="1.5"')
  })

  it('begins with its kind, unpacked', () => {
    const start = strFromU8(toOds([table]).slice(30, 100))
    expect(start.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')).toBe(true)
  })
})
