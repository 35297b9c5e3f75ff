import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeLevel,
  effectOf,
  groupSize,
  isStale,
  leadsPage,
  needsNoveltyRecheck,
  oldestFreshDay,
  overallOutcome,
  partVisibility,
  protectedSteps,
  reopenedCriteria,
  revisionChanges,
  strongestFinding,
} from './rules'
import type { ChildFact, EvidenceFacts, Finding, MeasuredFact } from './types'

const nothing: EvidenceFacts = {
  hasProblem: false,
  hasTargetGroup: false,
  hasApproach: false,
  hasExperience: false,
  hasTheoryOfChange: false,
  hasSources: false,
  hasBaseline: false,
  measurements: [],
  region: 'noord-brabant',
  children: [],
  lastMeasuredOn: null,
}
const described: EvidenceFacts = {
  ...nothing,
  hasProblem: true,
  hasTargetGroup: true,
  hasApproach: true,
  hasExperience: true,
}
const outcome: MeasuredFact = {
  resultType: 'outcome',
  n: null,
  dated: false,
  design: 'after_only',
  comparisonN: null,
  independent: false,
  hasSource: true,
  hasPublication: false,
}
const compared: MeasuredFact = {
  ...outcome,
  n: 40,
  dated: true,
  design: 'comparison',
  comparisonN: 38,
}
const strong: MeasuredFact = {
  ...compared,
  design: 'experiment',
  independent: true,
  hasPublication: true,
}
const level = (facts: Partial<EvidenceFacts>) => computeLevel({ ...described, ...facts }).level

describe('the evidence level', () => {
  it.each<[string, Partial<EvidenceFacts>, string]>([
    ['nothing is known', nothing, 'onbekend'],
    ['it is described', {}, 'beschreven'],
    ['one part of the description is missing', { hasExperience: false }, 'onbekend'],
    [
      'there is a theory of change with sources',
      { hasTheoryOfChange: true, hasSources: true },
      'onderbouwd',
    ],
    ['the theory of change has no source', { hasTheoryOfChange: true }, 'beschreven'],
    ['an outcome has a source, without number or date', { measurements: [outcome] }, 'gemeten'],
    [
      'an outcome has no source',
      { measurements: [{ ...outcome, hasSource: false }] },
      'beschreven',
    ],
    [
      'only output was counted',
      { measurements: [{ ...outcome, resultType: 'output' }] },
      'beschreven',
    ],
    ['a like group was counted as well', { measurements: [compared] }, 'vergeleken'],
    ['the number of people is not known', { measurements: [{ ...compared, n: null }] }, 'gemeten'],
    ['nine people took part', { measurements: [{ ...compared, n: 9 }] }, 'gemeten'],
    [
      'ten people took part and ten did not',
      { measurements: [{ ...compared, n: 10, comparisonN: 10 }] },
      'vergeleken',
    ],
    [
      'nine people were in the like group',
      { measurements: [{ ...compared, comparisonN: 9 }] },
      'gemeten',
    ],
    [
      'the like group was not counted',
      { measurements: [{ ...compared, comparisonN: null }] },
      'gemeten',
    ],
    [
      'there is a begin and an end only',
      { measurements: [{ ...compared, design: 'before_after' }] },
      'gemeten',
    ],
    [
      'lots were drawn, by independent researchers, published',
      { measurements: [strong] },
      'bewezen',
    ],
    [
      'lots were drawn by the owner',
      { measurements: [{ ...strong, independent: false }] },
      'vergeleken',
    ],
    [
      'nobody can read the research',
      { measurements: [{ ...strong, hasPublication: false }] },
      'vergeleken',
    ],
  ])('when %s', (_words, facts, expected) => {
    expect(level(facts)).toBe(expected)
  })

  it('is the highest step reached, also without the lower ones', () => {
    const evidence = computeLevel({ ...nothing, measurements: [compared] })
    expect(evidence).toMatchObject({
      rank: 4,
      decidedBy: 'compared',
      checks: { described: false, substantiated: false, measured: true },
    })
  })

  it('says what would lift it', () => {
    expect(computeLevel(described).missingForNext).toEqual(['substantiated'])
    expect(computeLevel({ ...described, measurements: [outcome] }).missingForNext).toEqual([
      'counted',
      'compared',
    ])
    expect(computeLevel({ ...described, measurements: [strong] }).missingForNext).toEqual([])
  })
})

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

describe('isStale', () => {
  it('turns stale the day before the first fresh one', () => {
    expect(isStale('2023-11-23', '2023-11-24')).toBe(true)
    expect(isStale('2023-11-24', '2023-11-24')).toBe(false)
    expect(isStale(null, '2023-11-24')).toBe(false)
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

describe('what is looked at again', () => {
  it('counts 36 months back', () => {
    expect(oldestFreshDay('2026-11-24')).toBe('2023-11-24')
  })

  it.each([
    [2, 0, false],
    [3, 0, true],
    [3, 2, true],
    [4, 3, false],
  ])(
    'looks at "vernieuwend" again with %i regions after %i: %s',
    (regions, regionsWhenJudged, expected) => {
      expect(needsNoveltyRecheck(regions, regionsWhenJudged)).toBe(expected)
      expect(reopenedCriteria({ changes: [], regions, regionsWhenJudged })).toEqual(
        expected ? [{ criterion: 'vernieuwend', because: ['threeRegions'] }] : [],
      )
    },
  )

  it('opens the criteria that a change is about, in the order of the report', () => {
    expect(
      reopenedCriteria({ changes: ['outcome', 'challenges'], regions: 1, regionsWhenJudged: 1 }),
    ).toEqual([
      { criterion: 'meetbaar-bewezen', because: ['outcome'] },
      { criterion: 'doelmatig', because: ['outcome'] },
      { criterion: 'maatschappelijke-opgaven', because: ['challenges'] },
    ])
  })

  it('sees what changed between two versions and not in which order it was written', () => {
    const judged = {
      approach: ['a', 'b'],
      targetGroups: ['x'],
      challenges: ['y'],
      lifecycle: 'running',
      regions: ['AM01'],
    }
    expect(revisionChanges(judged, { ...judged, approach: ['b', 'a'] })).toEqual([])
    expect(
      revisionChanges(judged, {
        approach: ['a'],
        targetGroups: ['x', 'z'],
        challenges: [],
        lifecycle: 'stopped',
        regions: [],
      }),
    ).toEqual(['approach', 'targetGroups', 'challenges', 'lifecycle', 'regions'])
  })
})

describe('repeated elsewhere', () => {
  const child: ChildFact = {
    slug: 'kind',
    title: 'Kind',
    region: { slug: 'twente', name: 'Twente' },
    measurements: [{ ...compared, n: 10, design: 'after_only', comparisonN: null }],
  }
  const evidence = (one: Partial<ChildFact>, facts: Partial<EvidenceFacts> = {}) =>
    computeLevel({ ...described, ...facts, children: [{ ...child, ...one }] })

  it('counts a child in another region with an outcome of its own, and leaves the level alone', () => {
    expect(evidence({})).toMatchObject({
      checks: { repeated: true },
      repetitions: [{ slug: 'kind', title: 'Kind', region: 'Twente' }],
      level: 'beschreven',
    })
  })

  it.each<[string, Partial<EvidenceFacts>, Partial<ChildFact>]>([
    ['nine people were counted', {}, { measurements: [{ ...outcome, n: 9, dated: true }] }],
    ['the day is not known', {}, { measurements: [{ ...outcome, n: 40 }] }],
    [
      'it has no source',
      {},
      { measurements: [{ ...outcome, n: 40, dated: true, hasSource: false }] },
    ],
    [
      'only output was counted',
      {},
      { measurements: [{ ...outcome, resultType: 'output', n: 40, dated: true }] },
    ],
    ['it is the same region', { region: 'twente' }, {}],
    ['the region of the owner is not known', { region: null }, {}],
  ])('does not count when %s', (_words, facts, one) => {
    expect(evidence(one, facts)).toMatchObject({ checks: { repeated: false }, repetitions: [] })
  })
})
