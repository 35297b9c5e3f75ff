import { describe, expect, it } from 'vitest'
import {
  callText,
  countRegions,
  isAllowedStep,
  isExpired,
  rankMatches,
  untilProblem,
} from './rules'
import type { CallStatus, MatchCandidate } from './types'

const candidate = (slug: string, rest: Partial<MatchCandidate> = {}): MatchCandidate => ({
  initiativeId: slug,
  slug,
  title: slug,
  summary: '',
  targetGroups: [],
  sectors: [],
  instruments: [],
  regions: [],
  rank: 0,
  direction: 'notCompared',
  ...rest,
})
const terms = { target_group: ['deeltijders'], sector: ['schoonmaak'], instrument: [] }

describe('how a call ends', () => {
  it('goes on from open and from expired alone', () => {
    const all: CallStatus[] = ['open', 'answered', 'closed', 'expired']
    const allowed = all.flatMap((from) =>
      all.filter((to) => isAllowedStep(from, to)).map((to) => `${from} ${to}`),
    )
    expect(allowed).toEqual([
      'open answered',
      'open closed',
      'open expired',
      'expired answered',
      'expired closed',
    ])
  })

  it('stays open on its last day and expires on the next', () => {
    expect(isExpired({ status: 'open', openUntil: '2026-11-24' }, '2026-11-24')).toBe(false)
    expect(isExpired({ status: 'open', openUntil: '2026-11-24' }, '2026-11-25')).toBe(true)
    expect(isExpired({ status: 'answered', openUntil: '2026-11-24' }, '2026-11-25')).toBe(false)
  })

  it('takes a last day from today to a year from now', () => {
    expect(untilProblem('2026-11-23', '2026-11-24')).toBe('callPast')
    expect(untilProblem('2026-11-24', '2026-11-24')).toBeNull()
    expect(untilProblem('2027-11-24', '2026-11-24')).toBeNull()
    expect(untilProblem('2027-11-25', '2026-11-24')).toBe('callTooFar')
  })
})

describe('what fits a call', () => {
  it('reads from a question what it is about', () => {
    expect(callText('Wie heeft ervaring met deeltijders in de schoonmaak?')).toBe(
      'deeltijders of schoonmaak',
    )
    expect(callText('Wie heeft ervaring?')).toBe('')
    expect(callText('"-of- <b>café')).toBe('')
  })

  it('puts a shared group before a shared sector, and either before words', () => {
    const candidates = [
      candidate('woord'),
      candidate('sector', { sectors: ['schoonmaak'] }),
      candidate('groep', { targetGroups: ['deeltijders'] }),
      candidate('niets', { sectors: ['bouw'] }),
    ]
    const found = rankMatches({ candidates, terms, byWords: new Set(['woord']) })
    expect(found.map(({ slug, reasons }) => [slug, reasons.map(({ kind }) => kind)])).toEqual([
      ['groep', ['target_group']],
      ['sector', ['sector']],
      ['woord', ['words']],
    ])
    expect(found[0]?.reasons).toEqual([{ kind: 'target_group', slugs: ['deeltijders'] }])
  })

  it('puts the best proven first of what fits equally, and names each once', () => {
    const weak = candidate('a-zwak', { sectors: ['schoonmaak'], rank: 1 })
    const strong = candidate('b-sterk', { sectors: ['schoonmaak'], rank: 4 })
    expect(
      rankMatches({ candidates: [weak, strong, weak], terms, byWords: new Set() }).map(
        ({ slug }) => slug,
      ),
    ).toEqual(['b-sterk', 'a-zwak'])
  })

  it('counts fitting initiatives per region, most first, without the own region', () => {
    const names = new Map([
      ['twente', 'Twente'],
      ['drenthe', 'Drenthe'],
      ['eigen', 'Eigen'],
      ['leeg', 'Leeg'],
    ])
    const hits = [
      { regions: ['twente', 'eigen'] },
      { regions: ['twente'] },
      { regions: ['drenthe'] },
    ]
    expect(countRegions(hits, names, new Set(['eigen']))).toEqual([
      { slug: 'twente', name: 'Twente', count: 2 },
      { slug: 'drenthe', name: 'Drenthe', count: 1 },
    ])
  })
})
