import { groupSize, partVisibility, protectedSteps } from './disclosure.rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectOf, leadsPage, overallOutcome, strongestFinding } from './rules'
import type { Finding } from './types'

describe('small numbers', () => {
  it.each([
    [0, 'hidden'],
    [9, 'hidden'],
    [10, 'small'],
    [29, 'small'],
    [30, 'normal'],
  ] as const)('shows %i people as %s', (n, expected) => {
    expect(groupSize(n)).toBe(expected)
  })
})

describe('partVisibility', () => {
  it.each([
    [5, 9, 'tooSmall'],
    [0, 9, 'tooSmall'],
    [5, 10, 'shown'],
    [4, 10, 'fewer'],
    [0, 20, 'fewer'],
    [6, 10, 'allBut'],
    [15, 20, 'shown'],
    [16, 20, 'allBut'],
    [20, 20, 'allBut'],
  ] as const)('tells %i of %i as %s', (numerator, n, expected) => {
    expect(partVisibility(numerator, n)).toBe(expected)
  })

  it('never shows fewer than five people, inside or outside the count', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 300 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        ([numerator, n]) =>
          partVisibility(numerator, n) !== 'shown' ||
          (numerator >= 5 && n - numerator >= 5 && n >= 10),
      ),
    )
  })
})

describe('protectedSteps', () => {
  it.each([
    [
      [40, 30, 20],
      [40, 30, 20],
    ],
    [
      [40, 9, 5],
      [40, null, null],
    ],
    [
      [40, 36, 30],
      [40, null, 30],
    ],
    [
      [40, 35, 30],
      [40, 35, 30],
    ],
    [
      [40, 40, 40],
      [40, 40, 40],
    ],
    [
      [null, 20, 18],
      [null, 20, null],
    ],
    [
      [40, 37, 35],
      [40, null, 35],
    ],
  ])('shows %j as %j', (steps, expected) => {
    expect(protectedSteps(steps)).toEqual(expected)
  })

  it('leaves no small difference between two figures that are shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
        (counts) => {
          const shown = protectedSteps(counts.toSorted((a, b) => b - a)).filter(
            (count) => count !== null,
          )
          return shown.every(
            (count, index) =>
              index === 0 || shown[index - 1]! === count || shown[index - 1]! - count >= 5,
          )
        },
      ),
    )
  })
})

describe('effectOf', () => {
  const effect = (
    numerator: number,
    n: number,
    comparisonNumerator: number | null,
    comparisonN: number | null,
    lowerIsBetter = false,
  ) => effectOf({ numerator, n, comparisonNumerator, comparisonN }, lowerIsBetter)

  it.each([
    ['better', 56, 70, 48, 80],
    ['worse', 48, 80, 56, 70],
    ['unclear', 12, 20, 10, 20],
    ['same', 500, 1_000, 500, 1_000],
  ] as const)('is %s for %i of %i beside %i of %i', (direction, a, n, b, m) => {
    expect(effect(a, n, b, m)).toMatchObject({ direction })
  })

  it('turns round when a lower value is the better one', () => {
    expect(effect(56, 70, 48, 80, true)).toMatchObject({ direction: 'worse' })
    expect(effect(48, 80, 56, 70, true)).toMatchObject({ direction: 'better' })
  })

  it('is too small to tell under ten people, and is nothing without a comparison', () => {
    expect(effect(5, 9, 10, 20)).toBe('tooSmall')
    expect(effect(10, 20, 5, 9)).toBe('tooSmall')
    expect(effect(5, 10, 5, 10)).not.toBe('tooSmall')
    expect(effect(12, 20, null, 20)).toBeNull()
  })

  it('says the direction without figures when a count may not be told', () => {
    expect(effect(30, 40, 4, 40)).toEqual({ direction: 'better', difference: null })
    expect(effect(30, 40, 5, 40)).toMatchObject({ direction: 'better', difference: { without: 5 } })
  })
})

describe('the strongest finding', () => {
  const one = (change: Partial<Finding>): Finding => ({
    id: 'a',
    design: 'comparison',
    independent: false,
    n: 40,
    on: '2026-01-01',
    effect: null,
    ...change,
  })
  const nothing = { direction: 'same', difference: null } as const

  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    [
      'design before people',
      { design: 'experiment', n: 20 },
      { design: 'quasi_experiment', n: 900 },
    ],
    ['independence before people', { independent: true, n: 20 }, { n: 900 }],
    ['people before date', { n: 41, on: '2020-01-01' }, { n: 40 }],
    ['date when the rest is equal', { on: '2026-01-02' }, {}],
  ])('weighs %s', (_words, strong, weak) => {
    expect(
      strongestFinding([one({ ...weak, id: 'weak' }), one({ ...strong, id: 'strong' })])?.id,
    ).toBe('strong')
  })

  it('leads the page unless it shows a gain', () => {
    expect(leadsPage(one({ effect: nothing }))).toBe(true)
    expect(leadsPage(one({ effect: { ...nothing, direction: 'worse' } }))).toBe(true)
    expect(leadsPage(one({ effect: { ...nothing, direction: 'unclear' } }))).toBe(true)
    expect(leadsPage(one({ effect: { ...nothing, direction: 'better' } }))).toBe(false)
    expect(leadsPage(one({ effect: 'tooSmall' }))).toBe(false)
    expect(leadsPage(one({}))).toBe(false)
    expect(leadsPage(null)).toBe(false)
  })

  it('does not depend on the order', () => {
    const findings = [
      one({ id: 'a' }),
      one({ id: 'b', n: 50 }),
      one({ id: 'c', design: 'experiment' }),
    ]
    expect(strongestFinding(findings.toReversed())).toEqual(strongestFinding(findings))
  })
})

describe('what all comparisons say together', () => {
  const found = (
    id: string,
    design: Finding['design'],
    direction: 'better' | 'same' | 'worse' | 'unclear' | null,
  ): Finding => ({
    id,
    design,
    independent: false,
    n: 100,
    on: null,
    effect: direction === null ? null : { direction, difference: null },
  })

  it.each<[string, Finding[], ReturnType<typeof overallOutcome>]>([
    ['nothing measured', [], null],
    ['nothing compared', [found('a', 'after_only', null)], null],
    ['better', [found('a', 'comparison', 'better')], 'helps'],
    [
      'better in the strongest, unclear in another',
      [found('a', 'experiment', 'better'), found('b', 'comparison', 'unclear')],
      'helps',
    ],
    ['the same', [found('a', 'comparison', 'same')], 'noDifference'],
    ['worse', [found('a', 'comparison', 'worse')], 'harms'],
    [
      'worse in a weaker one, unclear in the strongest',
      [found('a', 'experiment', 'unclear'), found('b', 'comparison', 'worse')],
      'harms',
    ],
    [
      'better in the strongest, worse in another',
      [found('a', 'experiment', 'better'), found('b', 'comparison', 'worse')],
      'mixed',
    ],
    [
      'better in a weaker one, the same in the strongest',
      [found('a', 'experiment', 'same'), found('b', 'comparison', 'better')],
      'noDifference',
    ],
    [
      'better, but the strongest may not be told',
      [
        { ...found('a', 'experiment', null), effect: 'tooSmall' },
        found('b', 'comparison', 'better'),
      ],
      'unclear',
    ],
  ])('is clear for %s', (_, findings, expected) => {
    expect(overallOutcome(findings)).toBe(expected)
  })
})
