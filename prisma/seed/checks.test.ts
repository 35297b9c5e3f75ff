import { describe, expect, it } from 'vitest'
import { referenceFigureRows } from './reference-figures'
import { readIndicators } from './indicator-file'

const files = readIndicators()
const values = new Map(files.dutch.observations.map((row) => [row.id, row.value]))
const external = new Map(referenceFigureRows(files).map((row) => [row.slug, row.value]))

const obs = (number: number) => values.get(`obs-${String(number).padStart(3, '0')}`)!
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const sum = (...numbers: number[]) => numbers.reduce((total, number) => total + obs(number), 0)
const population = (region: string) => external.get(`extern-bevolking-15-75-${region}`)! / 1000

/** Those that fit every rounded count and share of table 4: [lowest, highest], in thousands. */
function denominators(counts: number[]): [number, number] {
  const pairs = counts.map((number) => [obs(number), obs(number + 1)] as const)
  const lowest = Math.max(...pairs.map(([count, share]) => ((count - 500) / (share + 0.05)) * 100))
  const highest = Math.min(...pairs.map(([count, share]) => ((count + 500) / (share - 0.05)) * 100))
  return [Math.round(lowest / 1000), Math.round(highest / 1000)]
}

const RECOMPUTED: Record<string, { stated: number; computed: number | [number, number] }> = {
  't1-nn': { stated: obs(22), computed: sum(23, 24, 25) },
  't1-ov': { stated: obs(26), computed: sum(27, 28) },
  't1-nb': { stated: obs(29), computed: sum(30, 31, 32, 33) },
  'overlap-oap': { stated: obs(40), computed: (obs(39) / obs(37)) * 100 },
  'overlap-gwu': { stated: obs(41), computed: (obs(39) / obs(38)) * 100 },
  fig3: { stated: 100, computed: sum(11, 12, 13) },
  'nl-opbouw': {
    stated: obs(2) / 1000,
    computed: (obs(14) + obs(15) + (obs(13) / 100) * obs(2)) / 1000,
  },
  't4-nn': { stated: obs(128) / 1000, computed: sum(134, 140) / 1000 },
  't4-ov': { stated: obs(130) / 1000, computed: sum(136, 142) / 1000 },
  't4-nb': { stated: obs(132) / 1000, computed: sum(138, 144) / 1000 },
  'noemer-nn': { stated: population('ld01'), computed: obs(6) / 1000 / (obs(5) / 100) },
  'noemer-ov': { stated: population('pv23'), computed: obs(8) / 1000 / (obs(7) / 100) },
  'noemer-nb': { stated: population('pv30'), computed: obs(10) / 1000 / (obs(9) / 100) },
  'noemer-nl': { stated: population('nl'), computed: obs(1) / 1000 / (obs(4) / 100) },
  't4-noemer-nn': { stated: population('ld01'), computed: denominators([122, 128, 134, 140, 146]) },
  't4-noemer-ov': { stated: population('pv23'), computed: denominators([124, 130, 136, 142, 148]) },
  't4-noemer-nb': { stated: population('pv30'), computed: denominators([126, 132, 138, 144, 150]) },
  'b5-nn-werk': { stated: obs(152) / 1000, computed: sum(153, 154, 155) / 1000 },
  'b5-nn-woon': { stated: obs(156) / 1000, computed: sum(...range(157, 162)) / 1000 },
  'b5-tw-werk': { stated: obs(165) / 1000, computed: sum(166, 167) / 1000 },
  'b5-tw-woon': { stated: obs(168) / 1000, computed: sum(...range(169, 175)) / 1000 },
  'b5-nb-werk': { stated: obs(183) / 1000, computed: sum(184, 185) / 1000 },
  'b5-nb-woon': { stated: obs(186) / 1000, computed: sum(...range(187, 192)) / 1000 },
  'nl-int-werk': { stated: obs(49) / 1000, computed: sum(50, 51) / 1000 },
  'nl-int-woon': { stated: obs(54) / 1000, computed: sum(55, 56) / 1000 },
  'arbeidsduur-vrouw': { stated: obs(64), computed: obs(67) - obs(66) },
}

function isWithin(stated: number, computed: number | [number, number], tolerance: number): boolean {
  const [low, high] = typeof computed === 'number' ? [computed, computed] : computed
  // Half a unit in the tenth decimal, because 62.5 - 62.4 is not exactly 0.1.
  return stated >= low - tolerance - 1e-9 && stated <= high + tolerance + 1e-9
}

describe('the sums of the report', () => {
  it('are all recomputed', () => {
    expect(Object.keys(RECOMPUTED)).toEqual(files.dutch.checks.map((check) => check.id))
  })

  it.each(files.dutch.checks)('$id: $what', ({ id, stated, computed, tolerance, ok }) => {
    const again = RECOMPUTED[id]!
    expect(again.stated).toBeCloseTo(stated, 6)
    const [low, high] = [again.computed].flat()
    const [statedLow, statedHigh] = [computed].flat()
    const step = Number.isInteger(statedLow) ? 0.5 : 0.05
    expect(Math.abs(low! - statedLow!)).toBeLessThanOrEqual(step)
    if (high !== undefined) expect(high).toBe(statedHigh)
    expect(isWithin(again.stated, again.computed, tolerance)).toBe(ok)
  })

  it('hold in 19 of 26 cases, and the others are told as remarks', () => {
    expect(files.dutch.checks.filter((check) => check.ok)).toHaveLength(19)
  })
})
