import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  choiceValue,
  FACET_WEIGHTS,
  likeness,
  MAX_COMPARED,
  rarity,
  readChoice,
  searchThrough,
  similarity,
  similarityWord,
  withChosen,
} from './rules'
import { SIMILAR_FACETS, type Profile } from './types'

describe('readChoice', () => {
  it('keeps the order, counts a repeated one once and reads commas and repeated parts alike', () => {
    expect(readChoice('b,a,b').slugs).toEqual(['b', 'a'])
    expect(readChoice(['b', 'a,b']).slugs).toEqual(['b', 'a'])
    expect(readChoice(undefined)).toEqual({ slugs: [], over: [], unusable: [] })
  })

  it('takes four and names what is over', () => {
    expect(readChoice('a,b,c,d,e,f')).toEqual({
      slugs: ['a', 'b', 'c', 'd'],
      over: ['e', 'f'],
      unusable: [],
    })
  })

  it('names what can be no address and cuts it short', () => {
    expect(readChoice(`a,<b>,${'x'.repeat(500)}`)).toEqual({
      slugs: ['a'],
      over: [],
      unusable: ['<b>', 'x'.repeat(80)],
    })
  })

  it('never takes more than four from any text, and reads its own address back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { slugs } = readChoice(text)
        return (
          slugs.length <= MAX_COMPARED &&
          readChoice(choiceValue(slugs)).slugs.join() === slugs.join()
        )
      }),
    )
  })
})

describe('withChosen', () => {
  it('adds one, never twice and never a fifth', () => {
    expect(withChosen(['a'], 'b')).toEqual(['a', 'b'])
    expect(withChosen(['a'], 'a')).toEqual(['a'])
    expect(withChosen(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('agreementOf', () => {
  it.each([
    [[['a'], ['a']], { kind: 'same', shared: ['a'], known: 2 }],
    [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { kind: 'same', shared: ['a', 'b'], known: 2 },
    ],
    [[['a', 'b'], ['b'], ['b', 'c']], { kind: 'partly', shared: ['b'], known: 3 }],
    [[['a'], ['b']], { kind: 'different', shared: [], known: 2 }],
    [[['a'], []], { kind: 'single', shared: [], known: 1 }],
    [[['a'], [], ['a']], { kind: 'same', shared: ['a'], known: 2 }],
    [[[], []], { kind: 'unknown', shared: [], known: 0 }],
    [[], { kind: 'unknown', shared: [], known: 0 }],
  ])('%j is %j', (cells, agreement) => {
    expect(agreementOf(cells)).toEqual(agreement)
  })

  it('does not depend on the order of the initiatives', () => {
    const cells = fc.array(fc.array(fc.constantFrom('a', 'b', 'c')), { maxLength: 4 })
    fc.assert(
      fc.property(cells, (rows) => {
        const [one, other] = [agreementOf(rows), agreementOf(rows.toReversed())]
        return (
          one.kind === other.kind &&
          one.known === other.known &&
          new Set(one.shared).size === new Set([...one.shared, ...other.shared]).size
        )
      }),
    )
  })
})

const profile = (over: Partial<Profile> = {}): Profile => ({
  targetGroup: [],
  instrument: [],
  challenge: [],
  sector: [],
  style: [],
  driver: [],
  ...over,
})
const even = () => 1
const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
const profiles: fc.Arbitrary<Profile> = fc.record({
  targetGroup: words,
  instrument: words,
  challenge: words,
  sector: words,
  style: words,
  driver: words,
})
const weighs = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'new'),
    fc.double({ min: 0.1, max: 20, noNaN: true }),
  )
  .map((weights) => (_: string, slug: string) => weights[slug] ?? 1)
const isEmpty = (one: Profile) => SIMILAR_FACETS.every((facet) => one[facet].length === 0)

describe('similarity', () => {
  it('weighs filters that together are one', () => {
    expect(Object.values(FACET_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1)
  })

  it('is the same both ways and lies between nothing and one', () => {
    fc.assert(
      fc.property(profiles, profiles, weighs, (a, b, weigh) => {
        const value = similarity(a, b, weigh)
        return value >= 0 && value <= 1 + 1e-9 && Math.abs(value - similarity(b, a, weigh)) < 1e-9
      }),
    )
  })

  it('is one for itself, and nothing when nothing is known', () => {
    fc.assert(
      fc.property(
        profiles,
        weighs,
        (a, weigh) => Math.abs(similarity(a, a, weigh) - (isEmpty(a) ? 0 : 1)) < 1e-9,
      ),
    )
  })

  it('never falls when a word becomes shared', () => {
    fc.assert(
      fc.property(
        profiles,
        profiles,
        weighs,
        fc.constantFrom(...SIMILAR_FACETS),
        fc.constantFrom('a', 'b', 'c', 'new'),
        (a, b, weigh, facet, word) => {
          const add = (one: Profile): Profile => ({
            ...one,
            [facet]: [...new Set([...one[facet], word])],
          })
          const before = similarity(a, b, weigh)
          const neither = !a[facet].includes(word) && !b[facet].includes(word)
          const after = neither
            ? similarity(add(a), add(b), weigh)
            : a[facet].includes(word)
              ? similarity(a, add(b), weigh)
              : similarity(add(a), b, weigh)
          return after >= before - 1e-9
        },
      ),
    )
  })

  it('finds a rare group shared more telling than a common one', () => {
    const weigh = (_: string, slug: string) => rarity(slug === 'zeldzaam' ? 2 : 90, 100)
    const one = profile({ targetGroup: ['zeldzaam', 'gewoon'] })
    expect(similarity(one, profile({ targetGroup: ['zeldzaam', 'x'] }), weigh)).toBeGreaterThan(
      similarity(one, profile({ targetGroup: ['gewoon', 'x'] }), weigh),
    )
  })

  it('finds the same group more telling than the same driver', () => {
    const one = profile({ targetGroup: ['a'], driver: ['x'] })
    expect(similarity(one, profile({ targetGroup: ['a'], driver: ['y'] }), even)).toBeGreaterThan(
      similarity(one, profile({ targetGroup: ['b'], driver: ['x'] }), even),
    )
  })
})

describe('likeness', () => {
  it('tells what is shared, most telling first, and where they stand apart', () => {
    const a = profile({
      targetGroup: ['statushouders', 'nieuwkomers'],
      instrument: ['jobcoaching'],
      sector: ['zorg'],
      driver: ['x'],
    })
    const b = profile({
      targetGroup: ['statushouders', 'nieuwkomers'],
      instrument: ['jobcoaching', 'scholing'],
      sector: ['techniek'],
    })
    const weigh = (_: string, slug: string) => (slug === 'statushouders' ? 3 : 1)
    expect(likeness(a, b, weigh)).toEqual({
      shared: [
        { facet: 'targetGroup', slugs: ['statushouders', 'nieuwkomers'] },
        { facet: 'instrument', slugs: ['jobcoaching'] },
      ],
      apart: ['sector'],
    })
  })
})

describe('similarityWord', () => {
  it.each([
    [0.5, 'strong'],
    [0.4999, 'fair'],
    [0.25, 'fair'],
    [0.2499, 'slight'],
    [0, 'slight'],
  ])('%d is %s', (value, word) => {
    expect(similarityWord(value)).toBe(word)
  })
})

describe('searchThrough', () => {
  it('takes the most telling words that lead to few enough rows, and always one', () => {
    const all = [
      { slug: 'a', count: 900, weight: 3 },
      { slug: 'b', count: 200, weight: 2 },
      { slug: 'c', count: 90, weight: 1 },
    ]
    expect(searchThrough(all, 1_000).map(({ slug }) => slug)).toEqual(['a', 'c'])
    expect(searchThrough(all, 10).map(({ slug }) => slug)).toEqual(['a'])
    expect(searchThrough([], 10)).toEqual([])
  })
})
