import { describe, expect, it } from 'vitest'
import { unpackBounded } from '@/lib/base/files/archive'
import { NO_AMOUNTS } from '@/lib/base/amounts/rules'
import { xmlFault } from '@/lib/base/testing/xml'
import { paperDigest } from '@/lib/monitor/papers/rules'
import type { PaperGoal, PaperModel, PaperMoney } from '@/lib/monitor/papers/types'
import { paperContent } from './paper-content'
import { paperDocument } from './paper-document'
import { paperSlides } from './paper-slides'
import { paperStyle } from './paper-style'

const nobody = { group: null, planned: null, reached: null }
const money = (over: Partial<PaperMoney> = {}): PaperMoney => ({
  streams: 0,
  providers: [],
  amounts: NO_AMOUNTS,
  unknownAmounts: 0,
  endsOn: null,
  ...over,
})
const one = money({
  streams: 1,
  providers: ['Gemeente'],
  amounts: { ...NO_AMOUNTS, known: 1, euro: 5_000, low: 5_000, high: 5_000 },
})

const goal = (id: string, over: Partial<PaperGoal> = {}): PaperGoal => ({
  id,
  title: `Doel ${id}`,
  under: null,
  area: null,
  source: { title: null, ref: null, url: null },
  measures: [
    {
      id: `m${id}`,
      title: `Maatregel ${id}`,
      responsible: null,
      people: { group: 400, planned: 60, reached: 4 },
      targets: [
        {
          id: `i${id}`,
          goalId: null,
          measureId: `m${id}`,
          label: 'Met betaald werk',
          unit: 'percent',
          lowerIsBetter: false,
          baseline: { year: 2024, value: 40 },
          target: { year: 2028, value: 50 },
          values: [{ year: 2026, value: 38 }],
          sourceTitle: null,
          version: 1,
        },
      ],
      tradeOffs: [],
      money: one,
      initiatives: [
        {
          id: 'x',
          slug: 'x',
          title: 'Snelle start',
          evidence: { rank: 4, direction: 'harms', size: null },
        },
      ],
      now: null,
      before: null,
    },
  ],
  direct: { initiatives: [], money: money() },
  money: one,
  carriedBy: null,
  people: nobody,
  targets: [],
  indicators: [],
  ...over,
})

const model = (goals: PaperGoal[], over: Partial<PaperModel> = {}): PaperModel => ({
  region: { id: 'r', slug: 'midden', name: 'Midden' },
  year: 2026,
  today: '2026-11-24',
  request: null,
  state: {
    goals: goals.length,
    goalsServed: 0,
    measures: goals.length,
    streams: goals.length,
    amounts: NO_AMOUNTS,
    unknownAmounts: 0,
    ending: 0,
    verdicts: 0,
    decisions: { continue: 0, adapt: 0, stop: 0, undecided: 0 },
  },
  goals,
  examples: [],
  elsewhere: money(),
  byEvidence: [],
  openEnds: [],
  ...over,
})
const content = (of: PaperModel, locale: 'nl' | 'en' = 'nl') =>
  paperContent(of, { locale, digest: paperDigest(of), address: 'https://voorbeeld.nl/stuk' })

describe('the words of a board paper', () => {
  it('give evidence with its direction, a target with the state, and no few people', () => {
    const [row] = content(model([goal('a')])).goals.rows
    expect(row?.chain[0]?.initiatives).toEqual([
      { state: 'present', text: 'Snelle start', detail: 'Vergeleken: schaadt', direction: 'harms' },
    ])
    expect(row?.money).toEqual(['€\u00a05.000', 'van Gemeente'])
    expect(row?.indicators).toEqual([
      'Met betaald werk: uitgangspunt 40% (2024), stand 38% (2026), streefwaarde 50% (2028). Verder van de streefwaarde.',
    ])
    expect(row?.people).toEqual([
      'Maatregel a: Mensen: minder dan 10 bereikt, 60 beoogd, van 400 in de regio.',
    ])
    expect(row?.verdicts).toEqual(['Maatregel a: nog geen oordeel over 2026'])
  })

  it('say what is not there, and that an example is one', () => {
    const empty = goal('b', { measures: [], money: money() })
    const of = content(model([empty], { examples: [goal('c')] }))
    expect(of.goals.rows[0]?.chain[0]).toMatchObject({
      measure: { state: 'missing', text: 'Geen maatregel' },
      money: { state: 'missing', text: 'Geen geld bekend' },
      initiatives: [{ state: 'missing', text: 'Geen initiatief' }],
    })
    expect(of.examples?.rows[0]?.notes).toEqual(['Voorbeeld'])
    expect([of.running, ...of.warnings].join(' ')).toMatch(/verzonnen voorbeelden.*tellen nergens/)
    const nothing = content(model([]))
    expect(nothing.goals.none).toContain('nog geen doelen vastgelegd')
    expect(nothing.missing.none).toContain('nog niets vastgelegd')
  })
})

describe('the files of a board paper', () => {
  const many = content(model(Array.from({ length: 40 }, (_, at) => goal(String(at)))))

  it('are at most eight slides, which say how many goals stand in the paper alone', async () => {
    const parts = await unpackBounded(await paperSlides(many, 'Praktijkbank'))
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    expect(slides).toHaveLength(8)
    const all = slides.map((name) => parts.get(name)?.toString('utf8') ?? '')
    expect(all.filter((text) => text.includes('Nog 31 doelen staan in het stuk'))).toHaveLength(1)
    expect(all.every((text) => text.includes('nl-NL') && xmlFault(text) === null)).toBe(true)
  })

  it('are a Word file with the mark, a caption per table and page numbers, in each language', async () => {
    for (const [locale, page] of [
      ['nl', 'Pagina '],
      ['en', 'Page '],
    ] as const) {
      const of = content(model([goal('a')]), locale)
      const parts = await unpackBounded(await paperDocument(of))
      const text = parts.get('word/document.xml')?.toString('utf8') ?? ''
      expect(text.match(/SEQ /g)).toHaveLength(1)
      expect(text).toContain(of.sources.lines.at(-2))
      const footer = [...parts].find(([name]) => name.startsWith('word/footer'))
      expect(footer?.[1].toString('utf8')).toContain(page)
    }
  })

  it('have a running header that no name of a region breaks out of', () => {
    const style = paperStyle({ ...many, running: 'A"; } body { color: red } \\ </style>' })
    expect(style).not.toMatch(/A"|<\/style>|color: red \}/)
    expect(style).toContain('counter(page)')
  })
})
