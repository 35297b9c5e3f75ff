/** Where the lines of a forest plot stand. Values and bounds are fractions of 1. */
export interface ForestRow {
  label: string
  /** What is said at the end of the line. */
  words: string
  estimate: number
  low: number
  high: number
  /** Between 0 and 1; null when nothing was taken together. */
  weight: number | null
}

export interface ForestTotal extends Omit<ForestRow, 'weight'> {
  prediction: { low: number; high: number; label: string }
}

export const WIDTH = 480
export const SIDE = 14
export const ROW = 46
export const AXIS = 40

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5]
const MAX_TICKS = 6

/** The ends of the axis and its marks; zero is always on it. */
export function forestScale(rows: readonly (ForestRow | ForestTotal)[]) {
  const bounds = rows.flatMap((row) => [
    row.low,
    row.high,
    ...('prediction' in row ? [row.prediction.low, row.prediction.high] : []),
  ])
  const [least, most] = [Math.min(0, ...bounds), Math.max(0, ...bounds)]
  const step = STEPS.find((one) => (most - least) / one <= MAX_TICKS - 1) ?? 0.5
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step]
  const ticks = Array.from(
    { length: Math.round((high - low) / step) + 1 },
    (_, at) => Math.round((low + at * step) * 100) / 100,
  )
  const x = (value: number) => SIDE + ((value - low) / (high - low || 1)) * (WIDTH - 2 * SIDE)
  return { ticks, x }
}

/** Half the side of a square whose area tells the weight. */
export const halfSide = (weight: number | null): number =>
  weight === null ? 5 : 3.5 + 6 * Math.sqrt(weight)
