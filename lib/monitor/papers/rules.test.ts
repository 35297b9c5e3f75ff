import { describe, expect, it } from 'vitest'
import { together } from '@/lib/base/amounts/rules'
import {
  chain,
  funding,
  goal as chainGoal,
  measure as chainMeasure,
} from '@/lib/base/testing/chain'
import type { ChainFunding, ChainGoal, ChainMeasure, RegionChain } from '@/lib/monitor/chains/types'
import { proposalLines, requestLines } from './proposal.rules'
import { paperDigest, paperModel } from './rules'
import { decisionSchema } from './schema'

const today = '2026-11-24'
const facts = { evidence: new Map(), indicators: new Map() }

const stream = (id: string, over: Partial<ChainFunding>) =>
  funding({ id, measureId: null, endsOn: '2030-12-31', ...over })
const initiative = (id: string) => ({
  id,
  slug: id,
  title: `Initiatief ${id}`,
  measured: true,
  rank: 4,
  direction: 'harms' as const,
})
const measure = (id: string, over: Partial<ChainMeasure> = {}) =>
  chainMeasure({ id, slug: id, title: `Maatregel ${id}`, ...over })
const goal = (id: string, over: Partial<ChainGoal> = {}) =>
  chainGoal({ id, slug: id, title: `Doel ${id}`, ...over })
const paper = (over: Partial<RegionChain>, request: string | null = null) =>
  paperModel(chain(over), facts, { today, request })
const signed = (decision: 'continue' | 'stop') => ({
  measureId: 'm',
  year: 2026,
  expectation: null,
  replaced: [],
  draft: null,
  current: {
    id: 'v',
    year: 2026,
    observed: 'Gezien.',
    otherCauses: '',
    confidence: 'low' as const,
    decision,
    reason: 'Daarom.',
    supersedesId: null,
    signedAt: '2026-11-01T12:00:00Z',
    version: 2,
    reactions: [],
  },
})

describe('a board paper', () => {
  it('keeps examples apart: their amounts count in no sum and their measures ask nothing', () => {
    const model = paper({
      goals: [
        goal('echt', { measures: [measure('m')] }),
        goal('bedacht', { isExample: true, measures: [measure('x')] }),
      ],
      fundings: [stream('1', { measureId: 'm' }), stream('2', { measureId: 'x', amountEuro: 9 })],
    })
    expect(model.goals.map(({ title }) => title)).toEqual(['Doel echt'])
    expect(model.examples.map(({ title }) => title)).toEqual(['Doel bedacht'])
    expect(together(model.state.amounts)).toEqual({ kind: 'one', euro: 100, qualifier: 'exact' })
    expect(together(model.examples[0]!.money.amounts)).toMatchObject({ euro: 9 })
    expect(proposalLines(model, 'nl').join(' ')).not.toContain('Maatregel x')
  })

  it('places each stream once: with its goal, and with none when it serves several', () => {
    const [a, b] = [initiative('a'), initiative('b')]
    const shared = { ...b, inRegion: true }
    const model = paper({
      goals: [
        goal('g', { measures: [measure('m', { initiatives: [a] })], initiatives: [shared] }),
        goal('h', { initiatives: [shared] }),
      ],
      fundings: [
        stream('1', { measureId: 'm' }),
        stream('2', { initiativeId: 'a', amountEuro: 50 }),
        stream('3', { initiativeId: 'b', amountEuro: 7 }),
      ],
    })
    const [g, h] = model.goals
    // The one rule: the initiative is paid by the measure it carries, so these may overlap.
    expect(together(g!.money.amounts)).toMatchObject({ kind: 'apart', count: 2, why: 'overlap' })
    expect(g!.measures[0]!.money.streams).toBe(2)
    expect(h!.money.streams).toBe(0)
    expect(model.elsewhere).toMatchObject({ streams: 1, amounts: { euro: 7 } })
    expect(model.state.streams).toBe(3)
  })

  it('proposes what the data ask for until somebody writes it', () => {
    const over = {
      goals: [
        goal('g', {
          measures: [
            measure('m', { now: signed('continue') }),
            measure('n', { now: signed('stop') }),
            measure('o'),
          ],
        }),
      ],
      fundings: [stream('1', { measureId: 'm', endsOn: '2027-01-31' })],
    }
    expect(requestLines(paper(over), 'nl')).toEqual([
      'Neem kennis van de stand: één doel, 3 maatregelen en 2 getekende oordelen.',
      'Stem ermee in door te gaan met: Maatregel m.',
      'Stem ermee in te stoppen met: Maatregel n.',
      'Besluit wat er gebeurt als het geld stopt. Dat is binnen een jaar zo bij: Maatregel m (tot 31 januari 2027).',
      'Vraag een oordeel over de maatregel zonder oordeel: Maatregel o.',
      'Spreek af wie een aanpak zoekt bij het doel zonder initiatief: Doel g.',
      'Stel een streefwaarde vast bij het doel zonder streefwaarde: Doel g.',
    ])
    expect(requestLines(paper(over, 'Stem in.\n\nKies.'), 'nl')).toEqual(['Stem in.', 'Kies.'])
  })

  it('of a region without goals asks for goals', () => {
    expect(proposalLines(paper({}), 'nl')).toEqual([
      'Stel vast welke doelen in 2026 in Midden gelden. Zonder doelen is niet te zeggen waar geld en initiatieven voor zijn.',
    ])
  })

  it('has the same mark only when it says the same', () => {
    const [one, other] = [paper({ goals: [goal('g')] }), paper({ goals: [goal('g')] })]
    expect(paperDigest(one)).toBe(paperDigest(other))
    expect(paperDigest(paper({ goals: [goal('g')] }, 'Anders.'))).not.toBe(paperDigest(one))
  })
})

describe('the decision of a board', () => {
  const base = { paperId: '0193b5a0-0000-7000-8000-00000000beef', decidedOn: '2026-01-15' }
  it('is one line about a day that was', () => {
    expect(decisionSchema.parse({ ...base, decision: ' Akkoord,\nmet dank. ' }).decision).toBe(
      'Akkoord, met dank.',
    )
    for (const [field, bad, message] of [
      ['decision', '  ', 'required'],
      ['decision', 'x'.repeat(301), 'tooLong'],
      ['decidedOn', '2999-01-01', 'decisionLater'],
      ['decidedOn', '31-02-2026', 'date'],
    ] as const) {
      const parsed = decisionSchema.safeParse({ ...base, decision: 'Ja', [field]: bad })
      expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message)
    }
  })
})
