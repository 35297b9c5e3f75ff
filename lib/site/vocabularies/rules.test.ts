import { describe, expect, it } from 'vitest'
import {
  altLabelsAfter,
  branches,
  canStandUnder,
  flatten,
  isMergeTarget,
  isWithin,
  mergePlan,
  nameClash,
} from './rules'
import type { StoredTerm, TermRow } from './types'

const term = (id: string, more: Partial<StoredTerm> = {}): StoredTerm => ({
  id,
  slug: id,
  labelNl: id,
  labelEn: `${id} (en)`,
  altLabels: [],
  parentId: null,
  replacedById: null,
  retired: false,
  measure: null,
  ...more,
})
const names = (labelNl: string, altLabels: string[] = [], labelEn = 'free') => ({
  labelNl,
  labelEn,
  altLabels,
})

describe('nameClash', () => {
  const terms = [
    term('Jongeren', { altLabels: ['Jeugd'] }),
    term('Oud', { replacedById: 'Jongeren' }),
    term('Wajong', { retired: true }),
  ]

  it('finds a name in any field, without regard to case, accents and spaces', () => {
    expect(nameClash(terms, names('JÓNGEREN'))).toEqual({ field: 'labelNl', term: 'Jongeren' })
    expect(nameClash(terms, names('x', [], 'jongeren (EN)'))?.field).toBe('labelEn')
    expect(nameClash(terms, names('x', ['y', '  jeugd ']))?.field).toBe('altLabels')
  })

  it('does not ask again for a name that the term shared already', () => {
    const shared = [...terms, term('Tieners', { altLabels: ['jeugd'] })]
    expect(nameClash(shared, names('Nieuw', ['Jeugd']), 'Tieners')).toBeNull()
    expect(nameClash(shared, names('Jongeren', ['Jeugd']), 'Tieners')?.field).toBe('labelNl')
  })

  it('counts a retired term, not a merged one and not the term itself', () => {
    expect(nameClash(terms, names('wajong'))?.term).toBe('Wajong')
    expect(nameClash(terms, names('oud'))).toBeNull()
    expect(nameClash(terms, names('Jeugd', ['Jongeren']), 'Jongeren')).toBeNull()
  })
})

describe('altLabelsAfter', () => {
  it('keeps the name that was replaced, once, and drops the new name', () => {
    expect(
      altLabelsAfter({ labelNl: 'Jeugd' }, names('Jongeren', ['jongeren', 'Tieners'])),
    ).toEqual(['Tieners', 'Jeugd'])
    expect(altLabelsAfter({ labelNl: 'Jeugd' }, names('Jeugd', ['Tieners']))).toEqual(['Tieners'])
    expect(altLabelsAfter({ labelNl: 'Jeugd' }, names('Jongeren', ['jeugd']))).toEqual(['jeugd'])
  })
})

describe('the place of a term', () => {
  const terms = [
    term('a'),
    term('b', { parentId: 'a' }),
    term('c', { parentId: 'b' }),
    term('weg', { retired: true }),
    term('oud', { replacedById: 'a' }),
  ]

  it('is never itself or below itself, nor a term that went', () => {
    expect(
      ['a', 'b', 'c', 'weg', 'oud', 'niets'].map((at) => canStandUnder(terms, 'a', at)),
    ).toEqual([false, false, false, false, false, false])
    expect([canStandUnder(terms, 'c', 'a'), canStandUnder(terms, 'c', null)]).toEqual([true, true])
    expect([canStandUnder(terms, null, 'c'), canStandUnder(terms, null, 'weg')]).toEqual([
      true,
      false,
    ])
  })

  it('ends in a circle of broken rows', () => {
    expect(isWithin([term('x', { parentId: 'y' }), term('y', { parentId: 'x' })], 'x', 'z')).toBe(
      false,
    )
  })
})

describe('a merge', () => {
  it('goes into a term in use, not into itself', () => {
    expect(isMergeTarget(term('a'), term('b'))).toBe(true)
    expect(isMergeTarget(term('a'), term('a'))).toBe(false)
    expect(isMergeTarget(term('a', { retired: true }), term('b'))).toBe(false)
    expect(isMergeTarget(term('a', { replacedById: 'c' }), term('b'))).toBe(false)
  })

  it('keeps outcomes apart that are counted, timed or judged in another way', () => {
    const people = { unit: 'people', horizon: null, lowerIsBetter: false } as const
    const one = term('a', { measure: people })
    expect(isMergeTarget(one, term('b', { measure: people }))).toBe(true)
    for (const other of [
      { ...people, unit: 'hours' as const },
      { ...people, horizon: 'twelve_months' as const },
      { ...people, lowerIsBetter: true },
    ])
      expect(isMergeTarget(one, term('b', { measure: other }))).toBe(false)
  })

  it('gives all names to the successor, once', () => {
    const from = term('Jeugd', { altLabels: ['jongeren', 'Tieners'] })
    const into = term('Jongeren', { altLabels: ['tieners'], parentId: 'top' })
    expect(mergePlan([from, into], from, into)).toEqual({
      altLabels: ['tieners', 'Jeugd'],
      parentId: 'top',
    })
  })

  it('lets a successor that stood under it take its place', () => {
    const from = term('a', { parentId: 'top' })
    const terms = [term('top'), from, term('b', { parentId: 'a' }), term('c', { parentId: 'b' })]
    expect(mergePlan(terms, from, terms[3]!).parentId).toBe('top')
  })
})

describe('the tree', () => {
  it('indents what stands under a term, and loses none', () => {
    const row = (id: string, parentId: string | null = null): TermRow => ({
      ...term(id, { parentId }),
      definitionNl: '',
      definitionEn: '',
      retiredOn: null,
      version: 1,
      use: {
        initiatives: 0,
        calls: 0,
        obstacles: 0,
        adoptions: 0,
        people: 0,
        followers: 0,
        indicators: 0,
      },
    })
    const rows = [row('c', 'b'), row('a'), row('b', 'a'), row('wees', 'weg')]
    expect(flatten(branches(rows)).map(({ term: { id }, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['wees', 0],
    ])
  })
})
