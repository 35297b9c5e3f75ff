import { describe, expect, it } from 'vitest'
import type { FacetValue } from '@/lib/knowledge/search/types'
import { axisTerms, choiceParameters, readChoice, splitAxis, withoutMedians } from './rules'
import type { MatrixCell } from './types'

const value = (slug: string, parent: string | null = null): FacetValue => ({
  slug,
  code: null,
  labelNl: slug,
  labelEn: slug,
  parent,
})
const VALUES = [value('a'), value('a1', 'a'), value('b')]
const cell = (group: string, instrument: string): MatrixCell => ({
  group,
  instrument,
  initiatives: 1,
  reached: null,
  reachKnown: 0,
  evidence: [],
  median: 4,
  judged: 1,
  adoptions: 0,
})

describe('readChoice', () => {
  it('takes what can be narrowed down and reads its own address back', () => {
    const choice = readChoice(
      { doelgroep: 'a', instrument: ['a', 'b'], criterium: '3' },
      VALUES,
      VALUES,
    )
    expect(choice).toEqual({ group: 'a', instrument: 'a', criterion: 3 })
    expect(readChoice(Object.fromEntries(choiceParameters(choice)), VALUES, VALUES)).toEqual(choice)
  })

  it.each(['b', 'bestaat-niet', '<b>'])('falls back to the top for %s', (doelgroep) => {
    expect(readChoice({ doelgroep }, VALUES, VALUES).group).toBeNull()
  })

  it.each(['0', '8', '1.5', 'x', ''])('falls back to the first criterion for %j', (criterium) => {
    expect(readChoice({ criterium }, VALUES, VALUES).criterion).toBe(1)
  })
})

describe('the sides of the matrix', () => {
  it('shows the top, or a broader term before its narrower ones', () => {
    expect(axisTerms(VALUES, null).map(({ slug, narrows }) => [slug, narrows])).toEqual([
      ['a', true],
      ['b', false],
    ])
    expect(axisTerms(VALUES, 'a').map(({ slug, narrows }) => [slug, narrows])).toEqual([
      ['a', false],
      ['a1', false],
    ])
  })

  it('names what no initiative carries and keeps a place for what is not named', () => {
    const { used, unused } = splitAxis(
      axisTerms(VALUES, null),
      [cell('a', 'b'), cell('', 'b')],
      'group',
    )
    expect(used.map(({ slug }) => slug)).toEqual(['a', ''])
    expect(unused.map(({ slug }) => slug)).toEqual(['b'])
  })

  it('leaves no median for who may not see it', () => {
    expect(withoutMedians([cell('a', 'b')])).toEqual([
      { ...cell('a', 'b'), median: null, judged: 0 },
    ])
  })
})
