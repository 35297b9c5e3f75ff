/** Time is to scale, and a period without a figure breaks the line. */

export interface TimePoint {
  on: string
  value: number | null
  provisional: boolean
}

export interface TimeSeries {
  key: string
  points: readonly TimePoint[]
}

export interface PlacedPoint {
  x: number
  y: number
  value: number
  provisional: boolean
}

export interface PlacedSeries {
  key: string
  runs: PlacedPoint[][]
  last: PlacedPoint | null
}

export interface TimeLayout {
  series: PlacedSeries[]
  years: { year: string; x: number }[]
  values: { value: number; y: number }[]
  bottom: number
}

export const TIME_WIDTH = 640
export const TIME_HEIGHT = 260
export const TIME_LEFT = 64
export const TIME_RIGHT = 16
const TOP = 16
const BOTTOM = 30
const MOST_YEARS = 10
/** Below this rounding to a power of ten fails. */
const SMALLEST = 1e-300

const day = (on: string) => Date.parse(`${on}T00:00:00Z`)

export function roundTop(value: number): number {
  if (value < SMALLEST) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power
}

/** Values start at zero, so that heights can be compared. */
export function layoutTimeLines(lines: readonly TimeSeries[]): TimeLayout {
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].toSorted()
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const [first = '', last = ''] = [periods[0], periods.at(-1)]
  const top = roundTop(Math.max(0, ...values))
  const low = Math.min(0, ...values)
  const bottom = TIME_HEIGHT - BOTTOM
  const x = (on: string) =>
    TIME_LEFT +
    (first === last ? 0.5 : (day(on) - day(first)) / (day(last) - day(first))) *
      (TIME_WIDTH - TIME_LEFT - TIME_RIGHT)
  const y = (value: number) => bottom - ((value - low) / (top - low)) * (bottom - TOP)
  const series = lines.map(({ key, points }): PlacedSeries => {
    const known = new Map(points.map((point) => [point.on, point]))
    const runs: PlacedPoint[][] = [[]]
    for (const on of periods) {
      const { value = null, provisional = false } = known.get(on) ?? {}
      if (value === null) runs.push([])
      else runs.at(-1)?.push({ x: x(on), y: y(value), value, provisional })
    }
    const filled = runs.filter((run) => run.length > 0)
    return { key, runs: filled, last: filled.at(-1)?.at(-1) ?? null }
  })
  const starts = [
    ...new Map(periods.map((on) => [on.slice(0, 4), on] as const).toReversed()).entries(),
  ].toReversed()
  const step = Math.ceil(starts.length / MOST_YEARS)
  return {
    series,
    bottom: y(Math.max(0, low)),
    values: [...new Set([low, 0, top / 2, top])].map((value) => ({ value, y: y(value) })),
    years: starts
      .filter((_, index) => index % step === 0)
      .map(([year, on]) => ({ year, x: x(on) })),
  }
}
