import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeLevel, groupSize, isStale, wilsonInterval } from './rules'
import type { EvidenceFacts, MeasuredFact } from './types'

const nothing: EvidenceFacts = {
  hasProblem: false, hasTargetGroup: false, hasApproach: false, hasExperience: false, hasTheoryOfChange: false, hasSources: false,
  hasBaseline: false, measurements: [], lastMeasuredOn: null,
}
const described: EvidenceFacts = { ...nothing, hasProblem: true, hasTargetGroup: true, hasApproach: true, hasExperience: true }
const outcome: MeasuredFact = {
  resultType: 'outcome', n: null, dated: false, design: 'after_only', comparisonN: null, independent: false, hasSource: true, hasPublication: false,
}
const compared: MeasuredFact = { ...outcome, n: 40, dated: true, design: 'comparison', comparisonN: 38 }
const strong: MeasuredFact = { ...compared, design: 'experiment', independent: true, hasPublication: true }
const level = (facts: Partial<EvidenceFacts>) => computeLevel({ ...described, ...facts }).level

describe('the evidence level', () => {
  it.each<[string, Partial<EvidenceFacts>, string]>([
    ['nothing is known', nothing, 'onbekend'],
    ['it is described', {}, 'beschreven'],
    ['one part of the description is missing', { hasExperience: false }, 'onbekend'],
    ['there is a theory of change with sources', { hasTheoryOfChange: true, hasSources: true }, 'onderbouwd'],
    ['the theory of change has no source', { hasTheoryOfChange: true }, 'beschreven'],
    ['an outcome has a source, without number or date', { measurements: [outcome] }, 'gemeten'],
    ['an outcome has no source', { measurements: [{ ...outcome, hasSource: false }] }, 'beschreven'],
    ['only output was counted', { measurements: [{ ...outcome, resultType: 'output' }] }, 'beschreven'],
    ['a like group was counted as well', { measurements: [compared] }, 'vergeleken'],
    ['the number of people is not known', { measurements: [{ ...compared, n: null }] }, 'gemeten'],
    ['the like group was not counted', { measurements: [{ ...compared, comparisonN: null }] }, 'gemeten'],
    ['there is a begin and an end only', { measurements: [{ ...compared, design: 'before_after' }] }, 'gemeten'],
    ['lots were drawn, by independent researchers, published', { measurements: [strong] }, 'bewezen'],
    ['lots were drawn by the owner', { measurements: [{ ...strong, independent: false }] }, 'vergeleken'],
    ['nobody can read the research', { measurements: [{ ...strong, hasPublication: false }] }, 'vergeleken'],
  ])('when %s', (_words, facts, expected) => {
    expect(level(facts)).toBe(expected)
  })

  it('is the highest step reached, also without the lower ones', () => {
    const evidence = computeLevel({ ...nothing, measurements: [compared] })
    expect(evidence).toMatchObject({ rank: 4, decidedBy: 'compared', checks: { described: false, substantiated: false, measured: true } })
  })

  it('says what would lift it', () => {
    expect(computeLevel(described).missingForNext).toEqual(['substantiated'])
    expect(computeLevel({ ...described, measurements: [outcome] }).missingForNext).toEqual(['counted', 'compared'])
    expect(computeLevel({ ...described, measurements: [strong] }).missingForNext).toEqual([])
  })
})

describe('wilsonInterval', () => {
  // Whole percents around an observed 60%, as in the handbook tables; n = 200 gives 53.08 to 66.54.
  it.each([
    [200, 53, 67], [10, 31, 83], [20, 39, 78], [30, 42, 75], [50, 46, 72], [100, 50, 69],
  ])('gives the published interval for n = %i', (n, low, high) => {
    const interval = wilsonInterval(n * 0.6, n)
    expect([Math.round(interval.low * 100), Math.round(interval.high * 100)]).toEqual([low, high])
  })

  it('holds the observed share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))), ([n, numerator]) => {
        const { low, high } = wilsonInterval(numerator, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-9).toBeLessThanOrEqual(numerator / n)
        expect(high + 1e-9).toBeGreaterThanOrEqual(numerator / n)
      }),
    )
  })

  it('refuses counts that cannot be', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  })
})

describe('small numbers', () => {
  it.each([[0, 'hidden'], [9, 'hidden'], [10, 'small'], [29, 'small'], [30, 'normal']] as const)('shows %i people as %s', (n, expected) => {
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
