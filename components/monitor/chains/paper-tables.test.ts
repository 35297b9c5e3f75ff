import { describe, expect, it } from 'vitest'
import { paperTables } from '@/components/monitor/chains/paper-tables'
import { paperText } from '@/components/monitor/chains/paper-text'
import type { RegionChain } from '@/lib/monitor/chains/types'
import type { MeasureYear, VerdictView } from '@/lib/monitor/verdicts/types'

const source = { title: null, ref: null, url: null }
const region = {
  id: 'r',
  slug: 'midden',
  name: 'Midden',
  type: 'labour_market' as const,
  code: 'AM26',
}
const verdict: VerdictView = {
  id: 'v',
  year: 2026,
  observed: 'Meer mensen begonnen',
  otherCauses: '',
  confidence: 'medium',
  decision: 'adapt',
  reason: 'Het werkt half',
  supersedesId: null,
  signedAt: '2026-11-02T10:00:00.000Z',
  version: 1,
  reactions: [],
}
const year = (over: Partial<MeasureYear>): MeasureYear => ({
  measureId: 'm',
  year: 2026,
  expectation: null,
  current: null,
  replaced: [],
  draft: null,
  ...over,
})
const expectation = (signedAt: string | null, lateOn: string | null = null) => ({
  id: 'e',
  text: 'Honderd starters',
  writtenAfterwards: lateOn !== null,
  lateOn,
  signedAt,
  version: 1,
})

const chainWith = (now: MeasureYear | null, before: MeasureYear | null = null): RegionChain => ({
  region,
  year: 2026,
  initiatives: [],
  goals: [
    {
      id: 'g',
      slug: 'g',
      title: 'Meer werk',
      description: '',
      region,
      owner: null,
      carriedBy: null,
      people: { group: null, planned: null, reached: null },
      indicators: [],
      source,
      startsOn: null,
      endsOn: null,
      version: 1,
      parentId: null,
      depth: 0,
      own: true,
      isExample: true,
      originId: null,
      initiatives: [],
      measures: [
        {
          id: 'm',
          slug: 'm',
          goalId: 'g',
          title: 'Coaches',
          description: '',
          instrumentType: null,
          responsible: null,
          people: { group: null, planned: null, reached: null },
          tradeOffs: [],
          indicators: [],
          source,
          startsOn: null,
          endsOn: null,
          version: 1,
          originId: null,
          initiatives: [],
          fundings: [],
          now,
          before,
        },
      ],
    },
  ],
  fundings: [
    {
      id: 'f',
      measureId: 'm',
      initiativeId: null,
      initiative: null,
      provider: 'Gemeente',
      type: { slug: 'gemeente', labelNl: 'Gemeentegeld', labelEn: 'Municipal money' },
      amountEuro: null,
      amountQualifier: 'exact',
      overlap: 'unknown',
      isExample: true,
      evidence: null,
      startsOn: null,
      endsOn: '2028-12-31',
      alignment: { slug: 'sluit-aan', labelNl: 'Sluit aan', labelEn: 'Fits' },
      hasPlan: false,
      measured: false,
      version: 1,
    },
  ],
})
const tables = (chain: RegionChain, locale: 'nl' | 'en' = 'nl') =>
  paperTables(paperText(locale), chain, [])

describe('paperTables', () => {
  it('has a row of verdicts for a year with something signed, and none for a draft', () => {
    expect(tables(chainWith(null)).verdicts.rows).toEqual([])
    expect(tables(chainWith(year({ expectation: expectation(null) }))).verdicts.rows).toEqual([])
    const signed = expectation('2026-01-05T10:00:00.000Z')
    expect(tables(chainWith(year({ expectation: signed }))).verdicts.rows).toEqual([
      ['Coaches', 2026, 'Honderd starters', null, null, null, null, null, null],
    ])
  })

  it('tells of an expectation that was written afterwards, and of the year before under this one', () => {
    const now = year({ current: verdict })
    const before = year({
      year: 2025,
      expectation: expectation('2026-02-01T10:00:00.000Z', '2026-02-01'),
    })
    const rows = tables(chainWith(now, before)).verdicts.rows
    expect(rows.map((row) => row[1])).toEqual([2026, 2025])
    expect(rows[0]?.slice(2)).toEqual([
      null,
      'Meer mensen begonnen',
      '',
      expect.stringMatching(/./),
      expect.stringMatching(/./),
      'Het werkt half',
      '2026-11-02',
    ])
    expect(rows[1]?.[2]).toMatch(
      /^Honderd starters \(Geschreven op 1 februari 2026, niet vooraf\)$/,
    )
  })

  it('says nothing of an amount that is not known, and tells the goal of the measure it pays for', () => {
    const [row] = tables(chainWith(null)).funding.rows
    expect(row?.slice(0, 7)).toEqual([
      'Gemeente',
      'Coaches',
      null,
      'Meer werk',
      'Gemeentegeld',
      null,
      null,
    ])
  })

  it('is in the language of the file, and marks an example', () => {
    expect(tables(chainWith(null), 'en').funding.rows[0]?.[4]).toBe('Municipal money')
    expect(tables(chainWith(null)).goals.rows[0]?.[0]).toMatch(/^Meer werk .+/)
  })

  it('gives every row as many cells as its header', () => {
    const chain = chainWith(year({ current: verdict }))
    for (const { header, rows } of Object.values(tables(chain)))
      for (const row of rows) expect(row).toHaveLength(header.length)
  })
})
