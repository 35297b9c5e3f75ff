/**
 * Checked against published figures in the test.
 * Source: E.B. Wilson (1927); R.G. Newcombe (1998), Statistics in Medicine 17, 857-872 (method 3)
 * and 873-890 (method 10); K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability".
 */

/** The 97.5th percentile of the normal distribution. */
const Z_95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

const assertCounts = (numerator: number, n: number) => {
  if (!(n >= 1) || numerator < 0 || numerator > n)
    throw new RangeError('numerator between 0 and n, n at least 1')
}

/** 95% interval of a share, as fractions of 1. `n` is at least 1, `numerator` between 0 and n. */
export function wilsonInterval(numerator: number, n: number): Interval {
  assertCounts(numerator, n)
  const share = numerator / n
  const z2 = Z_95 ** 2
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  // Exactly 0 and 1 at the ends; floating point may be a hair off.
  return {
    low: numerator === 0 ? 0 : Math.max(0, centre - half),
    high: numerator === n ? 1 : Math.min(1, centre + half),
  }
}

export interface Counted {
  numerator: number
  n: number
}

/** The difference as fractions of 1; positive when the first share is larger. */
export function newcombeDifference(
  first: Counted,
  second: Counted,
): Interval & { difference: number } {
  const [a, b] = [
    wilsonInterval(first.numerator, first.n),
    wilsonInterval(second.numerator, second.n),
  ]
  const [p, q] = [first.numerator / first.n, second.numerator / second.n]
  const difference = p - q
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(p - a.low, b.high - q)),
    high: Math.min(1, difference + Math.hypot(a.high - p, q - b.low)),
  }
}

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

type Coincidences = Float64Array

function addCoincidences(
  matrix: Coincidences,
  values: readonly number[],
  index: ReadonlyMap<number, number>,
): void {
  if (values.length < 2) return
  const size = index.size
  values.forEach((a, i) =>
    values.forEach((b, j) => {
      if (i === j) return
      const cell = (index.get(a) ?? 0) * size + (index.get(b) ?? 0)
      matrix[cell] = (matrix[cell] ?? 0) + 1 / (values.length - 1)
    }),
  )
}

function distances(
  values: readonly number[],
  totals: readonly number[],
  metric: Metric,
): Coincidences {
  const size = values.length
  const matrix = new Float64Array(size * size)
  for (let c = 0; c < size; c += 1) {
    // For ranks: everything between two values, and half of either.
    let between = 0
    for (let k = c; k < size; k += 1) {
      between += totals[k] ?? 0
      if (k === c) continue
      const [low, high] = [values[c] ?? 0, values[k] ?? 0]
      const gap = {
        nominal: 1,
        ordinal: between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2,
        interval: high - low,
        ratio: high + low === 0 ? 0 : (high - low) / (high + low),
      }[metric]
      matrix[c * size + k] = gap ** 2
      matrix[k * size + c] = gap ** 2
    }
  }
  return matrix
}

function alphaOf(matrix: Coincidences, values: readonly number[], metric: Metric): number | null {
  const size = values.length
  const totals = values.map((_value, c) =>
    matrix.subarray(c * size, (c + 1) * size).reduce((sum, cell) => sum + cell, 0),
  )
  const all = totals.reduce((sum, total) => sum + total, 0)
  const apart = distances(values, totals, metric)
  let [observed, expected] = [0, 0]
  apart.forEach((gap, cell) => {
    observed += (matrix[cell] ?? 0) * gap
    expected += (totals[Math.floor(cell / size)] ?? 0) * (totals[cell % size] ?? 0) * gap
  })
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}

export type Unit = readonly number[]

const valueIndex = (units: Iterable<Unit>) => {
  const values = [...new Set([...units].flat())].sort((a, b) => a - b)
  return { values, index: new Map(values.map((value, place) => [value, place])) }
}

/** Null when fewer than two values can be compared or all are equal. */
export function krippendorffAlpha(units: readonly Unit[], metric: Metric): number | null {
  const { values, index } = valueIndex(units)
  const matrix = new Float64Array(values.length ** 2)
  for (const unit of units) addCoincidences(matrix, unit, index)
  return alphaOf(matrix, values, metric)
}

/** Mulberry32 (T. Ettinger, public domain): the same numbers for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const BOOTSTRAP_DRAWS = 1_000
const BOOTSTRAP_SEED = 20_261_124
/** With fewer groups the interval says more about the draw than about the raters. */
export const MIN_GROUPS_FOR_INTERVAL = 5

/**
 * Alpha with its 95% bootstrap interval over whole groups: seven criteria of an initiative are
 * judged by the same people. No interval with too few groups, no alpha with too few values.
 */
export function alphaWithInterval(
  groups: readonly (readonly Unit[])[],
  metric: Metric,
): { alpha: number; interval: Interval | null } | null {
  const { values, index } = valueIndex(groups.flat())
  const size = values.length ** 2
  const parts = groups
    .map((units) => {
      const matrix = new Float64Array(size)
      for (const unit of units) addCoincidences(matrix, unit, index)
      return matrix
    })
    .filter((matrix) => matrix.some((cell) => cell > 0))
  const sum = (chosen: readonly Coincidences[]) => {
    const total = new Float64Array(size)
    for (const matrix of chosen)
      matrix.forEach((cell, place) => {
        total[place] = (total[place] ?? 0) + cell
      })
    return total
  }
  const alpha = alphaOf(sum(parts), values, metric)
  if (alpha === null) return null
  if (parts.length < MIN_GROUPS_FOR_INTERVAL) return { alpha, interval: null }
  const random = seededRandom(BOOTSTRAP_SEED)
  const drawn = Array.from({ length: BOOTSTRAP_DRAWS }, () =>
    alphaOf(
      sum(parts.map(() => parts[Math.floor(random() * parts.length)] ?? new Float64Array(size))),
      values,
      metric,
    ),
  )
    .filter((one) => one !== null)
    .sort((a, b) => a - b)
  const at = (share: number) =>
    drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? alpha
  return { alpha, interval: { low: at(0.025), high: at(0.975) } }
}
