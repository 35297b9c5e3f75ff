import { describe, expect, it } from 'vitest'
import { ownDataHtml, ownDataJson, readMe } from './file.rules'
import { SECTIONS, withAddresses } from './rules'
import type { OwnData, Row } from './types'
import { LABELS } from './words.rules'

const SITE = 'https://praktijkbank.example'
const HOSTILE = `<script>alert("1")</script> & 'zo' <img src=x onerror=alert(1)>`

const dataOf = (rows: readonly Row[], cut = false): OwnData => ({
  madeAt: new Date('2026-03-01T09:30:00Z'),
  site: SITE,
  sections: [
    { key: 'posts', title: 'Uw vragen', rows, cut },
    { key: 'calls', title: 'Oproepen', rows: [], cut: false },
  ],
})

describe('the sections', () => {
  it('have keys of their own, in English snake case', () => {
    const keys = SECTIONS.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[a-z]+(?:_[a-z]+)*$/.test(key))).toEqual([])
  })

  it('name each column in Dutch', () => {
    const names = SECTIONS.flatMap(({ columns, joined = {} }) => [
      ...columns,
      ...Object.keys(joined).map((name) => name.replace(/_page$/, '_url')),
    ])
    expect([...new Set(names)].filter((name) => LABELS[name] === undefined)).toEqual([])
  })

  it('never read a secret', () => {
    const read = SECTIONS.flatMap(({ columns }) => columns)
    expect(read.filter((name) => /hash|token|secret|session_version|digest/.test(name))).toEqual([])
  })
})

describe('addresses', () => {
  it('are full, and empty for what has no public page', () => {
    expect(withAddresses({ title: 'A', initiative_page: 'a-b', call_page: null }, SITE)).toEqual({
      title: 'A',
      initiative_url: `${SITE}/initiatieven/a-b`,
      call_url: null,
    })
  })
})

describe('the JSON', () => {
  it('has a schema, a moment and each section, with rows or without', () => {
    const row = { text: HOSTILE, score: 4, cannot_judge: false, settled_at: null }
    expect(JSON.parse(ownDataJson(dataOf([row])))).toEqual({
      schema: 1,
      created_at: '2026-03-01T09:30:00.000Z',
      site: SITE,
      incomplete: [],
      data: { posts: [row], calls: [] },
    })
  })

  it('says what is not complete, as the other files do', () => {
    const data = dataOf([{ text: 'a' }], true)
    expect(JSON.parse(ownDataJson(data))).toMatchObject({ incomplete: ['posts'] })
    expect(ownDataHtml(data)).toContain('alleen de nieuwste 10.000')
    expect(readMe(data)).toContain('alleen de nieuwste 10.000')
    expect(readMe(dataOf([{ text: 'a' }]))).not.toContain('nieuwste')
  })
})

describe('the HTML', () => {
  const wide = Object.fromEntries('abcdefg'.split('').map((key) => [key, HOSTILE]))

  it.each([
    ['next to each other', { text: HOSTILE }],
    ['below each other', wide],
    ['in a name', { [HOSTILE]: 'a' }],
    ['as an address', { initiative_url: `https://x.nl/"><script>alert(1)</script>` }],
    ['as an address that runs', { initiative_url: 'javascript:alert(1)' }],
  ])('escapes what people typed, %s', (_, row) => {
    const html = ownDataHtml(dataOf([row]))
    expect(html).not.toMatch(/<script|<img|href="javascript/i)
  })

  it('shows moments, days, codes and yes or no in Dutch', () => {
    const html = ownDataHtml(
      dataOf([
        { created_at: '2026-03-01T09:30:00+00:00', starts_on: '2026-04-01', role: 'editor' },
      ]),
    )
    expect(html).toContain('<td>1 maart 2026 om 10:30</td>')
    expect(html).toContain('<td>1 april 2026</td><td>redacteur</td>')
    expect(ownDataHtml(dataOf([{ followed: true, kind: 'onbekend' }]))).toContain(
      '<td>ja</td><td>onbekend</td>',
    )
  })

  it('counts rows with many columns only when there are more', () => {
    expect(ownDataHtml(dataOf([wide]))).not.toContain('<h3>')
    expect(ownDataHtml(dataOf([wide, wide]))).toContain('<h3>2 van 2</h3>')
  })

  it('lists what there is and what there is not', () => {
    const html = ownDataHtml(dataOf([{ text: 'Hoe dan?' }]))
    expect(html).toContain('<li><a href="#posts">Uw vragen</a> (1)</li>')
    expect(html).toContain('<h2 id="posts">Uw vragen</h2>')
    expect(html).toContain('<li>Oproepen</li>')
  })
})
