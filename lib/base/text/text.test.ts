import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '@/lib/base/files/picture'
import { formValues } from '@/lib/base/http/form-data'
import { readSheetRows } from '@/lib/base/files/sheets'
import { unpackBounded } from '@/lib/base/files/archive'
import { xmlFault } from '@/lib/base/testing/xml'
import {
  cleanText,
  escapeMarkup,
  fittingWords,
  lastSegment,
  shortened,
  slugOf,
  xmlSafe,
  xmlSafeReviver,
} from './text'
import {
  aside,
  bullet,
  caption,
  heading,
  labelled,
  line,
  lines,
  toDocx,
  wordTable,
} from '@/lib/base/files/word'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'

const BAD = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u000B',
  '\u000C',
  '\u001F',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDFFF',
  '\uFDD0',
  '\u{1FFFE}',
  '\u{10FFFF}',
]
const DIRTY = `Sa${BAD.toReversed().join('')}men`

describe('text for files', () => {
  it.each(BAD.map((sign) => [sign.codePointAt(0)!.toString(16), sign]))(
    'leaves out U+%s',
    (_code, sign) => {
      expect(xmlSafe(`Sa${sign}men`)).toBe('Samen')
      expect(escapeMarkup(`Sa${sign}men`)).toBe('Samen')
      expect(cleanText(`Sa${sign}men`)).toBe('Samen')
    },
  )

  it('keeps all other signs: tabs, line ends, pairs, soft hyphens, joined emoji', () => {
    for (const text of ['a\tb\nc\rd', '👩‍👧', '\u{1F600}', 'onder\u00ADnemers', 'Fryslân €'])
      expect(xmlSafe(text)).toBe(text)
  })

  it('is well-formed between tags, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...BAD), (text, bad) => {
        expect(
          xmlFault(`<a b="${escapeMarkup(text + bad)}">${escapeMarkup(bad + text)}</a>`),
        ).toBeNull()
      }),
    )
  })

  it('of another document brings none in by its number', () => {
    expect(JSON.parse('{"a":["x\\uFFFE\\u0001y"]}', xmlSafeReviver)).toEqual({ a: ['xy'] })
  })
})

describe('text as people mean it', () => {
  it('has one kind of line end and no signs that nobody sees', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e\u200B\u009Ff')).toBe('a\nb\nc\nd\nef')
    expect(cleanText('onder\u00ADnemers')).toBe('onder\u00ADnemers')
  })

  it('is the same when it is cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
    expect(cleanText('e\u200B\u0301')).toBe('é')
  })
})

describe('what people send', () => {
  it('comes out of a form without such signs, and a password as it was typed', () => {
    const form = new FormData()
    form.set('title', 'a\uFFFEb\u0001')
    form.set('password', 'a\u0001b')
    expect(formValues(form)).toEqual({ title: 'ab', password: 'a\u0001b' })
  })

  it('comes out of a text file without such signs', async () => {
    expect((await readSheetRows(Buffer.from('a;b\nSa\uFFFE\u0001men;1\n')))[1]?.cells).toEqual([
      'Samen',
      '1',
    ])
  })
})

const faultsIn = async (file: Buffer) =>
  [...(await unpackBounded(file))]
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, part]) => {
      const fault = xmlFault(part.toString('utf8'))
      return fault === null ? [] : [`${name} ${fault}`]
    })

describe('files made of text that stands in the database with such signs', () => {
  it('are a well-formed document', async () => {
    const table = wordTable({ header: [DIRTY], rows: [[DIRTY]] }, String)
    const file = await toDocx({
      title: DIRTY,
      description: DIRTY,
      language: 'nl',
      blocks: [
        heading(DIRTY, 1),
        line(DIRTY),
        ...lines(`${DIRTY}\n${DIRTY}`),
        labelled(DIRTY, DIRTY),
        bullet(DIRTY),
        caption(DIRTY, 1, DIRTY),
        aside(DIRTY),
        table,
      ],
      running: { header: DIRTY, footer: DIRTY, page: { before: DIRTY, between: DIRTY } },
    })
    expect(await faultsIn(file)).toEqual([])
    expect(
      (await unpackBounded(file)).get('word/document.xml')?.toString('utf8').match(/Samen/g),
    ).toHaveLength(13)
  })

  it('are a well-formed workbook and a CSV file', async () => {
    const table = { name: DIRTY, header: [DIRTY], rows: [[DIRTY], ['\u0001=1+1']] }
    expect(await faultsIn(await toXlsx([table]))).toEqual([])
    expect((await readSheetRows(await toXlsx([table]))).map(({ cells }) => cells)).toEqual([
      ['Samen'],
      ['Samen'],
      ["'=1+1"],
    ])
    expect(toCsv(table)).toBe("\uFEFFSamen\r\nSamen\r\n'=1+1\r\n")
  })

  it('are a well-formed picture', () => {
    const text = { tag: 'text', attributes: { 'data-x': DIRTY, fill: DIRTY }, children: [DIRTY] }
    const figure = {
      tag: 'figure',
      attributes: { 'data-words': DIRTY },
      children: [{ tag: 'svg', attributes: { viewBox: '0 0 10 10' }, children: [text] }],
    }
    const picture = drawPicture(figure, new Map(), { title: DIRTY, origin: DIRTY, language: 'nl' })
    expect(xmlFault(picture ?? '')).toBeNull()
    expect(picture).toContain('<title>Samen</title>')
  })
})

describe('the check of these tests', () => {
  it.each([
    '<a>\uFFFE</a>',
    '<a>\u0001</a>',
    '<a><b></a></b>',
    '<a>',
    '<a>x & y</a>',
    '<a>1 < 2</a>',
  ])('finds a fault in %j', (document) => {
    expect(xmlFault(document)).not.toBeNull()
  })

  it('finds none in what is well-formed', () => {
    expect(xmlFault('<?xml version="1.0"?><a b="c&amp;"><!-- x --><d/>é</a>')).toBeNull()
  })
})

describe('address parts', () => {
  it('are made of a title, without what cannot stand in an address', () => {
    expect([
      slugOf('Geregistreerde werkzoekenden (UWV) 2025', 'bron'),
      slugOf('Één', 'bron'),
      slugOf('…', 'bron'),
    ]).toEqual(['geregistreerde-werkzoekenden-uwv-2025', 'een', 'bron'])
    expect(slugOf(`${'a'.repeat(79)} ${'b'.repeat(9)}`, 'bron')).toBe('a'.repeat(79))
  })

  it('are found in what people paste', () => {
    expect(
      ['https://x.nl/initiatieven/een-naam/?q=1#top', '/a/b//', 'een-naam', '?x', ''].map(
        lastSegment,
      ),
    ).toEqual(['een-naam', 'b', 'een-naam', '', ''])
  })
})

describe('a text that is cut', () => {
  it('ends after a whole word, and says that it goes on', () => {
    expect(fittingWords('een twee drie', 13)).toBe('een twee drie')
    expect(fittingWords('een twee drie', 12)).toBe('een twee')
    expect(shortened('een twee drie', 8)).toBe('een twee …')
    expect(shortened('een', 8)).toBe('een')
  })

  it('is never longer than asked, also without a space and with signs of two units', () => {
    expect(fittingWords('a'.repeat(50), 20)).toBe('a'.repeat(20))
    expect(fittingWords('😀'.repeat(10), 5)).toBe('😀😀')
  })
})
