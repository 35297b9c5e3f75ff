import { describe, expect, it } from 'vitest'
import type { MeasurementView, OutcomeView } from '@/lib/judgement/measurements/types'
import { isShared, lineOf, poolOutcomes, studiesOf } from './rules'
import type { Line, Pool, Study } from './types'

const outcome: OutcomeView = {
  slug: 'betaald-werk',
  labelNl: 'Betaald werk',
  labelEn: 'Paid work',
  unit: 'people',
  horizon: null,
  lowerIsBetter: false,
}

const measurement = (id: string, more: Partial<MeasurementView> = {}): MeasurementView => ({
  id,
  measuredOn: '2026-01-01',
  periodStart: null,
  periodEnd: null,
  value: null,
  numerator: 60,
  n: 100,
  population: null,
  horizon: 'twelve_months',
  qualifier: null,
  design: 'comparison',
  comparisonNumerator: 40,
  comparisonN: 100,
  comparisonDescription: 'Wachtlijst',
  independent: false,
  measuredBy: null,
  sourceTitle: 'Telling',
  sourceUrl: null,
  note: null,
  supersedesId: null,
  correctionReason: null,
  file: null,
  reply: null,
  createdAt: '2026-01-02T00:00:00.000Z',
  ...more,
})

type Counts = readonly [numerator: number, n: number, without: number, of: number]

function study(slug: string, counts: Counts, more: Partial<Study> = {}): Study {
  const [numerator, n, comparisonNumerator, comparisonN] = counts
  return {
    member: { slug, title: slug, region: null, isHere: false },
    outcome,
    unit: 'deelnemers',
    lowerIsBetter: false,
    ...more,
    measurement: measurement(`${slug}-m`, {
      numerator,
      n,
      comparisonNumerator,
      comparisonN,
      ...more.measurement,
    }),
  }
}

const changed = (slug: string, counts: Counts, change: Partial<MeasurementView>) => {
  const one = study(slug, counts)
  return { ...one, measurement: { ...one.measurement, ...change } }
}

const FOUR = [
  study('a', [60, 100, 40, 100]),
  study('b', [55, 120, 50, 115]),
  study('c', [30, 80, 22, 78]),
  study('d', [45, 90, 40, 95]),
]

function onlyPool(studies: readonly Study[]): Pool {
  const [pools] = poolOutcomes(studies)
  expect(pools?.pools).toHaveLength(1)
  return pools!.pools[0]!
}

describe('studies of one outcome', () => {
  it('are pooled as a difference, as SciPy computes it apart', () => {
    const pool = onlyPool(FOUR)
    const { estimate, low, high, prediction } = pool.result!
    expect(
      [estimate, low, high, prediction.low, prediction.high].map((one) => one.toFixed(4)),
    ).toEqual(['0.0973', '-0.0271', '0.2217', '-0.1268', '0.3215'])
    expect(pool.lines.map(({ estimate }) => estimate)[0]).toBeCloseTo(0.2, 10)
    expect(pool.lines.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 9)
  })

  it('are pooled as a share when nothing was compared, and then never said to help', () => {
    const pool = onlyPool(
      FOUR.slice(0, 3).map((one) => ({
        ...one,
        measurement: { ...one.measurement, design: 'after_only' as const },
      })),
    )
    expect(pool).toMatchObject({ kind: 'alone', direction: 'notCompared' })
    expect(pool.result?.estimate).toBeCloseTo(1 / (1 + Math.exp(0.084318)), 5)
  })

  it('stay beside each other when there are fewer than three', () => {
    const pool = onlyPool(FOUR.slice(0, 2))
    expect(pool.result).toBeNull()
    expect(pool.lines.map(({ weight }) => weight)).toEqual([null, null])
  })
})

describe('the direction of studies together', () => {
  const helps: Counts = [600, 1_000, 400, 1_000]
  const harms: Counts = [400, 1_000, 600, 1_000]
  const same: Counts = [5_000, 10_000, 5_000, 10_000]
  const directionOf = (...counts: Counts[]) =>
    onlyPool(counts.map((one, at) => study(`s${String(at)}`, one))).direction

  it('says helps, harms, no difference, mixed, or that it cannot be said', () => {
    expect(directionOf(helps, helps, helps)).toBe('helps')
    expect(directionOf(harms, harms, harms)).toBe('harms')
    expect(directionOf(same, same, same)).toBe('noDifference')
    expect(directionOf(helps, helps, harms)).toBe('mixed')
    expect(onlyPool(FOUR.slice(1)).direction).toBe('unclear')
  })

  it('is that of the studies when they are too few, mixed too', () => {
    expect(directionOf(harms)).toBe('harms')
    expect(directionOf(helps, harms)).toBe('mixed')
  })

  it('turns around where a lower number is better', () => {
    const lower = { ...outcome, slug: 'uitval', lowerIsBetter: true }
    const pool = onlyPool(
      ['a', 'b', 'c'].map((slug) => study(slug, harms, { outcome: lower, lowerIsBetter: true })),
    )
    expect(pool.direction).toBe('helps')
    expect(pool.result?.estimate).toBeCloseTo(0.2, 10)
    expect(pool.lines[0]?.low).toBeGreaterThan(0)
  })
})

describe('comparable', () => {
  const counts: Counts = [60, 100, 40, 100]
  it.each([
    ['notPeople', study('a', counts, { outcome: { ...outcome, unit: 'hours' } })],
    ['notPeople', study('a', counts, { unit: 'euro' })],
    ['otherDirection', study('a', counts, { lowerIsBetter: true })],
    ['noHorizon', changed('a', counts, { horizon: null })],
    ['noCounts', changed('a', counts, { comparisonNumerator: null })],
    ['noCounts', changed('a', counts, { numerator: null })],
    ['withheld', study('a', [97, 100, 40, 100])],
    ['withheld', study('a', [60, 100, 3, 100])],
    ['withheld', study('a', [4, 9, 4, 9])],
  ])('is not what is %s', (reason, one) => {
    expect(lineOf(one)).toBe(reason)
  })

  it('takes the moment of the outcome, and no other', () => {
    const lasting = { ...outcome, horizon: 'twelve_months' as const }
    const short = study('a', counts, { outcome: lasting })
    short.measurement.horizon = 'short'
    expect(lineOf(short)).toBe('otherHorizon')
    short.measurement.horizon = null
    expect((lineOf(short) as Line).estimate).toBeCloseTo(0.2, 10)
  })

  it('keeps moments and kinds of design apart', () => {
    const [all] = poolOutcomes([
      study('a', counts),
      changed('b', counts, { horizon: 'short' }),
      changed('c', counts, { design: 'experiment' }),
      changed('d', counts, { design: 'before_after' }),
      changed('e', counts, { design: 'quasi_experiment' }),
    ])
    expect(all?.pools.map(({ kind, horizon, lines }) => [kind, horizon, lines.length])).toEqual([
      ['drawn', 'twelve_months', 1],
      ['compared', 'twelve_months', 2],
      ['compared', 'short', 1],
      ['alone', 'twelve_months', 1],
    ])
  })

  it('counts an initiative once, by its strongest measurement', () => {
    const first = study('a', counts)
    const stronger = changed('a', [50, 90, 40, 90], { id: 'sterk', design: 'quasi_experiment' })
    const [all] = poolOutcomes([first, stronger])
    expect(all?.pools[0]?.lines.map(({ study: one }) => one.measurement.id)).toEqual(['sterk'])
    expect(all?.left).toEqual([{ study: first, reason: 'sameInitiative' }])
  })

  it('never mixes two outcomes', () => {
    const other = { ...outcome, slug: 'onbetaald-werk' }
    const all = poolOutcomes([...FOUR, study('z', counts, { outcome: other })])
    expect(all.map((one) => [one.outcome.slug, one.pools[0]?.lines.length])).toEqual([
      ['betaald-werk', 4],
      ['onbetaald-werk', 1],
    ])
    expect(all.map(isShared)).toEqual([true, false])
  })

  it('begins with what stands under an outcome', () => {
    const indicator = { outcome, unit: '%', lowerIsBetter: false, measurements: [measurement('m')] }
    const studies = studiesOf([
      {
        ...{ slug: 's', title: 'S', region: null, isHere: true },
        indicators: [indicator, { ...indicator, outcome: null }] as never,
      },
    ])
    expect(studies.map(({ measurement: one }) => one.id)).toEqual(['m'])
  })
})
