/**
 * Studies of one outcome taken together with a random-effects model: each study has an effect of its
 * own around a common mean, with variance tau2 between studies.
 * - tau2 by restricted maximum likelihood, its maximum searched by itself, so that it always ends
 * - interval of the mean by Hartung and Knapp, never narrower than the classical one
 * - prediction interval with a t distribution with k - 2 degrees of freedom
 * - I2: the share of the spread that chance does not explain
 * Checked against published results in the test.
 * Source: W. Viechtbauer (2005), Journal of Educational and Behavioral Statistics 30, 261-293;
 * J. Hartung and G. Knapp (2001), Statistics in Medicine 20, 3875-3889; C. Röver, G. Knapp and
 * T. Friede (2015), BMC Medical Research Methodology 15:99; J. Higgins, S. Thompson and
 * D. Spiegelhalter (2009), JRSS A 172, 137-159; J. Higgins and S. Thompson (2002), Statistics in
 * Medicine 21, 1539-1558.
 */
import type { Counted, Interval } from './rules'

/** With fewer there is no prediction interval, and the spread between studies is a guess. */
export const MIN_STUDIES = 3

export interface Effect {
  /** The estimate of one study, on any scale that is additive. */
  estimate: number
  /** Its sampling variance, above zero. */
  variance: number
}

export interface Pooled {
  /** Number of studies. */
  studies: number
  estimate: number
  /** Classical standard error of the mean. */
  standardError: number
  /** 95% interval of the mean. */
  interval: Interval
  /** Between which values the effect of a new study lies, with 95% certainty. */
  prediction: Interval
  /** Variance between studies. */
  tau2: number
  /** As a fraction of 1. */
  i2: number
  /** Cochran's Q. */
  q: number
  /** The part of each study in the mean, in the order given; together 1. */
  weights: number[]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function weighted(effects: readonly Effect[], tau2: number) {
  const weights = effects.map(({ variance }) => 1 / (variance + tau2))
  const total = sum(weights)
  const mean = sum(effects.map(({ estimate }, at) => (weights[at] ?? 0) * estimate)) / total
  const squares = sum(
    effects.map(({ estimate }, at) => (weights[at] ?? 0) * (estimate - mean) ** 2),
  )
  return { weights, total, mean, squares }
}

function restrictedLogLikelihood(effects: readonly Effect[], tau2: number): number {
  const { total, squares } = weighted(effects, tau2)
  const spread = sum(effects.map(({ variance }) => Math.log(variance + tau2)))
  return -0.5 * (spread + Math.log(total) + squares)
}

const GRID = 200
const GOLDEN = (Math.sqrt(5) - 1) / 2
const STEPS = 120

/** The variance between studies by restricted maximum likelihood; zero when chance explains all. */
export function betweenVariance(effects: readonly Effect[]): number {
  const mean = sum(effects.map(({ estimate }) => estimate)) / effects.length
  const spread = sum(effects.map(({ estimate }) => (estimate - mean) ** 2)) / (effects.length - 1)
  const at = (tau2: number) => restrictedLogLikelihood(effects, tau2)
  // The estimate never lies above this; steps grow, because the likelihood is steep near zero.
  const limit = 4 * spread
  if (!(limit > 0)) return 0
  const points = Array.from({ length: GRID + 1 }, (_, step) => limit * (step / GRID) ** 2)
  const best = points.reduce(
    (top, tau2, place) => (at(tau2) > at(points[top] ?? 0) ? place : top),
    0,
  )
  let [low, high] = [points[best - 1] ?? 0, points[best + 1] ?? limit]
  for (let step = 0; step < STEPS; step += 1) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
    if (at(a) >= at(b)) high = b
    else low = a
  }
  const found = (low + high) / 2
  return at(0) >= at(found) ? 0 : found
}

/** The chance that a t with whole degrees of freedom is below a positive number (A&S 26.7.3-4). */
function tBelow(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df))
  const cosine2 = Math.cos(angle) ** 2
  const odd = df % 2 === 1
  let term = odd ? Math.cos(angle) : 1
  let series = df === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (cosine2 * (k - 1)) / k
    series += term
  }
  const between = odd
    ? (2 / Math.PI) * (angle + Math.sin(angle) * series)
    : Math.sin(angle) * series
  return 0.5 + between / 2
}

/** The 97.5th percentile of Student's t; `df` is a whole number of at least 1. */
export function tQuantile(df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError('whole degrees of freedom, 1 or more')
  let [low, high] = [0, 20]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (tBelow(middle, df) < 0.975) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const around = (middle: number, half: number): Interval => ({
  low: middle - half,
  high: middle + half,
})

/** Studies taken together; null with fewer than three. Each variance is above zero. */
export function randomEffects(effects: readonly Effect[]): Pooled | null {
  const studies = effects.length
  if (studies < MIN_STUDIES) return null
  if (effects.some(({ variance }) => !(variance > 0))) throw new RangeError('variance above zero')
  const tau2 = betweenVariance(effects)
  const { weights, total, mean, squares } = weighted(effects, tau2)
  const q = weighted(effects, 0).squares
  const standardError = Math.sqrt(1 / total)
  const knapp = standardError * Math.sqrt(Math.max(1, squares / (studies - 1)))
  return {
    studies,
    estimate: mean,
    standardError,
    interval: around(mean, tQuantile(studies - 1) * knapp),
    prediction: around(mean, tQuantile(studies - 2) * Math.sqrt(tau2 + knapp ** 2)),
    tau2,
    i2: q === 0 ? 0 : Math.max(0, (q - (studies - 1)) / q),
    q,
    weights: weights.map((weight) => weight / total),
  }
}

/** The difference of two shares with its sampling variance; no group may be empty or full. */
export function riskDifference(first: Counted, second: Counted): Effect {
  const [p, q] = [first.numerator / first.n, second.numerator / second.n]
  return { estimate: p - q, variance: (p * (1 - p)) / first.n + (q * (1 - q)) / second.n }
}

/** A share as log odds with its sampling variance; the group may not be empty or full. */
export function logit({ numerator, n }: Counted): Effect {
  const others = n - numerator
  return { estimate: Math.log(numerator / others), variance: 1 / numerator + 1 / others }
}

/** A share from its log odds. */
export const fromLogit = (value: number): number => 1 / (1 + Math.exp(-value))
