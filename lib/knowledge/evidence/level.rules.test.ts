import { describe, expect, it } from 'vitest'
import { computeLevel, isStale } from './rules'
import type { ChildFact, EvidenceFacts, MeasuredFact } from './types'

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

describe('isStale', () => {
  it('turns stale the day before the first fresh one', () => {
    expect(isStale('2023-11-23', '2023-11-24')).toBe(true)
    expect(isStale('2023-11-24', '2023-11-24')).toBe(false)
    expect(isStale(null, '2023-11-24')).toBe(false)
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
