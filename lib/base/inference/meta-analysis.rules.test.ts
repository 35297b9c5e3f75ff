import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betweenVariance,
  type Effect,
  fromLogit,
  logit,
  type Pooled,
  randomEffects,
  riskDifference,
  tQuantile,
} from './meta-analysis.rules'

/**
 * Colditz et al. (1994), JAMA 271, 698-702: tuberculosis with and without the BCG vaccine. Per trial:
 * ill and not ill among the vaccinated, then among the others.
 */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13_536, 248, 12_619],
  [33, 5_036, 47, 5_761],
  [180, 1_361, 372, 1_079],
  [8, 2_537, 10, 619],
  [505, 87_886, 499, 87_892],
  [29, 7_470, 45, 7_232],
  [17, 1_699, 65, 1_600],
  [186, 50_448, 141, 27_197],
  [5, 2_493, 3, 2_338],
  [27, 16_886, 29, 17_825],
] as const

const groups = BCG.map(([a = 0, b = 0, c = 0, d = 0]) => ({
  first: { numerator: a, n: a + b },
  second: { numerator: c, n: c + d },
}))

const logRiskRatio = ({ first, second }: (typeof groups)[number]): Effect => ({
  estimate: Math.log(first.numerator / first.n / (second.numerator / second.n)),
  variance: 1 / first.numerator - 1 / first.n + 1 / second.numerator - 1 / second.n,
})

/**
 * Raudenbush (2009), chapter 16 of The Handbook of Research Synthesis and Meta-Analysis: what
 * teachers were told to expect of pupils, standardised mean differences and their variances.
 */
const EXPECTANCY = [
  [0.03, 0.0156],
  [0.12, 0.0216],
  [-0.14, 0.0279],
  [1.18, 0.1391],
  [0.26, 0.1362],
  [-0.06, 0.0106],
  [-0.02, 0.0106],
  [-0.32, 0.0484],
  [0.27, 0.0269],
  [0.8, 0.063],
  [0.54, 0.0912],
  [0.18, 0.0497],
  [-0.02, 0.0835],
  [0.23, 0.0841],
  [-0.18, 0.0253],
  [-0.06, 0.0279],
  [0.3, 0.0193],
  [0.07, 0.0088],
  [-0.07, 0.0303],
].map(([estimate = 0, variance = 0]) => ({ estimate, variance }))

const Z = 1.959963984540054
const pooled = (effects: readonly Effect[]) => {
  const found = randomEffects(effects)
  if (!found) throw new Error('three studies or more')
  return found
}

describe('studies taken together', () => {
  it('agree with the BCG trials, as Viechtbauer (2010), Journal of Statistical Software 36, prints them', () => {
    const { estimate, standardError, tau2, q, i2, studies } = pooled(groups.map(logRiskRatio))
    expect(studies).toBe(13)
    expect(tau2).toBeCloseTo(0.3132, 4)
    expect(estimate).toBeCloseTo(-0.7145, 4)
    expect(standardError).toBeCloseTo(0.1798, 4)
    expect(estimate - Z * standardError).toBeCloseTo(-1.0669, 4)
    expect(estimate + Z * standardError).toBeCloseTo(-0.3622, 4)
    expect(q).toBeCloseTo(152.233, 3)
    expect(i2).toBeCloseTo((152.233 - 12) / 152.233, 4)
    // Prediction of the same paper, with the normal distribution and as a relative risk.
    const half = Z * Math.sqrt(tau2 + standardError ** 2)
    expect(Math.exp(estimate - half)).toBeCloseTo(0.1546, 4)
    expect(Math.exp(estimate + half)).toBeCloseTo(1.549, 3)
    // Colditz et al.: relative risk 0.49, 95% interval 0.34 to 0.70.
    expect(Math.exp(estimate)).toBeCloseTo(0.49, 2)
    expect(Math.exp(estimate - Z * standardError)).toBeCloseTo(0.34, 2)
    expect(Math.exp(estimate + Z * standardError)).toBeCloseTo(0.7, 2)
  })

  it('agree with the teacher expectancy studies of Raudenbush (2009)', () => {
    const { estimate, standardError, tau2, q } = pooled(EXPECTANCY)
    expect(tau2).toBeCloseTo(0.019, 3)
    expect(estimate).toBeCloseTo(0.084, 3)
    expect(standardError).toBeCloseTo(0.052, 3)
    expect(q).toBeCloseTo(35.83, 2)
  })

  it('have the intervals of Hartung-Knapp and of Higgins, computed apart with SciPy', () => {
    const bounds = ({ interval, prediction }: Pooled) =>
      [interval.low, interval.high, prediction.low, prediction.high].map((one) => one.toFixed(4))
    expect(bounds(pooled(groups.map(logRiskRatio)))).toEqual([
      '-1.1084',
      '-0.3206',
      '-2.0091',
      '0.5800',
    ])
    expect(bounds(pooled(EXPECTANCY))).toEqual(['-0.0457', '0.2131', '-0.2335', '0.4009'])
    const differences = pooled(groups.map(({ first, second }) => riskDifference(first, second)))
    expect(differences.estimate).toBeCloseTo(-0.02517, 5)
    expect(differences.interval.low).toBeCloseTo(-0.0493, 5)
    expect(differences.interval.high).toBeCloseTo(-0.00105, 5)
    expect(differences.i2).toBeCloseTo(0.9566, 4)
  })

  it('are nothing with fewer than three, and never narrower than the classical interval', () => {
    const same = { estimate: 0.2, variance: 0.01 }
    expect(randomEffects([same, same])).toBeNull()
    const { tau2, i2, interval, standardError } = pooled([same, same, same])
    expect([tau2, i2]).toEqual([0, 0])
    expect(interval.high - 0.2).toBeCloseTo(4.30265 * standardError, 4)
    expect(() => randomEffects([same, same, { estimate: 0, variance: 0 }])).toThrow(RangeError)
  })

  it('lie between the studies, with weights that add up, whatever the studies', () => {
    const study = fc.record({
      estimate: fc.double({ min: -1, max: 1, noNaN: true }),
      variance: fc.double({ min: 1e-5, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(study, { minLength: 3, maxLength: 12 }), (studies) => {
        const { estimate, interval, prediction, tau2, i2, weights } = pooled(studies)
        const all = studies.map((one) => one.estimate)
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(estimate).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
        expect(tau2).toBeGreaterThanOrEqual(0)
        expect(i2).toBeGreaterThanOrEqual(0)
        expect(i2).toBeLessThan(1)
        expect(prediction.low).toBeLessThanOrEqual(interval.low)
        expect(prediction.high).toBeGreaterThanOrEqual(interval.high)
        expect(betweenVariance([...studies].reverse())).toBeCloseTo(tau2, 6)
      }),
    )
  })
})

describe("Student's t", () => {
  it.each([
    [1, 12.7062],
    [2, 4.30265],
    [3, 3.18245],
    [4, 2.77645],
    [11, 2.20099],
    [12, 2.17881],
    [30, 2.04227],
    [199, 1.97196],
  ])('has its 97.5th percentile with %i degrees of freedom', (df, expected) => {
    expect(tQuantile(df)).toBeCloseTo(expected, 4)
  })
  it('asks for whole degrees of freedom', () => {
    expect(() => tQuantile(0)).toThrow(RangeError)
    expect(() => tQuantile(1.5)).toThrow(RangeError)
  })
})

describe('a share as log odds', () => {
  it('comes back', () => {
    expect(fromLogit(logit({ numerator: 12, n: 20 }).estimate)).toBeCloseTo(0.6, 12)
    expect(logit({ numerator: 12, n: 20 }).variance).toBeCloseTo(1 / 12 + 1 / 8, 12)
  })
})
