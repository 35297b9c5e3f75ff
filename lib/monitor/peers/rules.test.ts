import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Counter, GroupCount } from '@/lib/monitor/gaps/types'
import { asMany, peerReasons, peersOf, readComparedRegions } from './rules'
import type { PeerTraits } from './types'

const count = (group: string, value: number, counter: Counter = 'uwv'): GroupCount => ({
  group,
  region: { slug: 'x', name: 'X', type: 'labour_market' },
  counter,
  value,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  periodCode: null,
  periodLabel: '',
  periodStart: null,
  caveats: [],
  reportRef: null,
  source: { slug: 's', name: 'S', url: null },
})
const region = (slug: string, over: Partial<PeerTraits> = {}): PeerTraits => ({
  slug,
  name: slug,
  type: 'labour_market',
  municipalities: null,
  counts: [],
  sectors: [],
  ...over,
})

const anyRegion = fc
  .record({
    slug: fc.constantFrom('a', 'b', 'c'),
    type: fc.constantFrom('labour_market' as const, 'province' as const),
    municipalities: fc.option(fc.integer({ min: 1, max: 40 })),
    sectors: fc.uniqueArray(fc.constantFrom('zorg', 'techniek', 'bouw', 'horeca')),
    counts: fc.uniqueArray(
      fc.record({
        group: fc.constantFrom('gwu', 'cbs-onbenut-arbeidspotentieel', 'statushouders'),
        value: fc.integer({ min: 0, max: 9_999 }),
      }),
      { selector: ({ group }) => group },
    ),
  })
  .map(({ counts, ...rest }) =>
    region(rest.slug, {
      ...rest,
      counts: counts.map(({ group, value }) =>
        count(group, value, group === 'gwu' ? 'uwv' : group.startsWith('cbs') ? 'cbs' : 'other'),
      ),
    }),
  )

describe('asMany', () => {
  it.each([
    [75, 100, true],
    [100, 75, true],
    [74, 100, false],
    [0, 0, false],
    [5, 5, true],
  ])('%d and %d: %s', (a, b, alike) => expect(asMany(a, b)).toBe(alike))
})

describe('peerReasons', () => {
  it('gives each reason with its figures', () => {
    const a = region('a', {
      municipalities: 10,
      sectors: ['zorg', 'techniek'],
      counts: [
        count('gwu', 1_000),
        count('cbs-onbenut-arbeidspotentieel', 4_000, 'cbs'),
        count('statushouders', 100, 'other'),
      ],
    })
    const b = region('b', {
      municipalities: 12,
      sectors: ['zorg'],
      counts: [
        count('gwu', 900),
        count('cbs-onbenut-arbeidspotentieel', 2_000, 'cbs'),
        count('statushouders', 90, 'other'),
      ],
    })
    expect(
      peerReasons(a, b).map((reason) =>
        reason.kind === 'counted'
          ? `counted ${reason.counter} ${reason.own.value} ${reason.other.value}`
          : reason.kind,
      ),
    ).toEqual(['counted uwv 1000 900', 'groups', 'sectors', 'municipalities'])
  })

  it('never sets a count of one source beside that of another', () => {
    expect(
      peerReasons(
        region('a', { counts: [count('gwu', 100, 'uwv')] }),
        region('b', { counts: [count('gwu', 100, 'cbs')] }),
      ),
    ).toEqual([])
  })

  it('finds nothing where nothing is known, nor in itself, nor in another kind of region', () => {
    const full = { municipalities: 5, sectors: ['zorg'], counts: [count('gwu', 10)] }
    expect(peerReasons(region('a'), region('b'))).toEqual([])
    expect(peerReasons(region('a', full), region('a', full))).toEqual([])
    expect(peerReasons(region('a', full), region('b', { ...full, type: 'province' }))).toEqual([])
  })

  it('works both ways', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, (a, b) => {
        expect(peerReasons(a, b).map(({ kind }) => kind)).toEqual(
          peerReasons(b, a).map(({ kind }) => kind),
        )
      }),
    )
  })

  it('never loses a reason when more becomes known of one other thing', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, fc.integer({ min: 1, max: 40 }), (a, b, municipalities) => {
        const [fewer, more] = [
          peerReasons({ ...a, municipalities: null }, b),
          peerReasons({ ...a, municipalities }, b),
        ]
        expect(more.filter(({ kind }) => kind !== 'municipalities')).toEqual(fewer)
      }),
    )
  })
})

describe('peersOf and readComparedRegions', () => {
  const own = region('a', { municipalities: 10, counts: [count('gwu', 100)] })
  const all = [
    own,
    region('c', { municipalities: 10 }),
    region('b', { municipalities: 11 }),
    region('d', { municipalities: 9, counts: [count('gwu', 110)] }),
    region('e'),
    region('p', { type: 'province' }),
  ]

  it('puts the most reasons first, then by name, and leaves out who shares none', () => {
    expect(peersOf(own, all).map(({ traits }) => traits.slug)).toEqual(['d', 'b', 'c'])
  })

  it('takes at most three others of the same kind from the address, else the first that are alike', () => {
    const peers = peersOf(own, all)
    expect(readComparedRegions({ met: ['e', 'p', 'x', 'e', 'a'] }, own, all, peers)).toEqual(['e'])
    expect(readComparedRegions({ met: ['e', 'b', 'c', 'd'] }, own, all, peers)).toEqual([
      'e',
      'b',
      'c',
    ])
    expect(readComparedRegions({ met: '' }, own, all, peers)).toEqual(['d', 'b', 'c'])
    expect(readComparedRegions({}, region('e'), all, [])).toEqual([])
  })
})
