import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byEvidence,
  directionAndSize,
  directionOf,
  DIRECTION_SLUGS,
  measurementEffect,
  spreadOf,
  sureGain,
} from './direction.rules'
import { type ComparedFact, type CountedFinding, EVIDENCE_DIRECTIONS } from './types'

function finding(
  [numerator, n]: readonly [number, number],
  comparison: readonly [number, number] | null,
  change: Partial<CountedFinding> = {},
): CountedFinding {
  const measurement: ComparedFact = {
    value: null,
    numerator,
    n,
    design: comparison ? 'comparison' : 'after_only',
    comparisonNumerator: comparison?.[0] ?? null,
    comparisonN: comparison?.[1] ?? null,
  }
  const lowerIsBetter = change.lowerIsBetter ?? false
  return {
    id: 'a',
    independent: false,
    on: null,
    label: 'Betaald werk',
    unit: 'personen',
    ...change,
    lowerIsBetter,
    design: measurement.design,
    n,
    effect: measurementEffect(measurement, 'personen', lowerIsBetter),
    measurement,
  }
}

const BETTER = finding([70, 100], [40, 100])
const WORSE = finding([40, 100], [70, 100])
const SAME = finding([500, 1000], [500, 1000])

describe('directionAndSize', () => {
  it('tells harm with the people it is about', () => {
    expect(directionAndSize([WORSE])).toEqual({
      direction: 'harms',
      size: {
        label: 'Betaald werk',
        n: 100,
        reached: 40,
        without: 70,
        low: -42,
        high: -16,
        lowerIsBetter: false,
      },
    })
  })

  it('never shows the size of another direction than the word says', () => {
    const strongerNull = finding([500, 1000], [500, 1000], { independent: true })
    expect(directionAndSize([strongerNull, WORSE])).toMatchObject({
      direction: 'harms',
      size: { n: 100, reached: 40 },
    })
  })

  it('shows no size for mixed results, for nothing compared and for groups too small to show', () => {
    expect(directionAndSize([BETTER, WORSE])).toEqual({ direction: 'mixed', size: null })
    expect(directionAndSize([finding([12, 20], null)])).toEqual({
      direction: 'notCompared',
      size: null,
    })
    expect(directionAndSize([])).toEqual({ direction: 'notCompared', size: null })
    const nearlyAll = finding([98, 100], [30, 100])
    expect(directionAndSize([nearlyAll])).toEqual({ direction: 'helps', size: null })
    expect(directionAndSize([finding([5, 9], [5, 100])]).direction).toBe('notCompared')
  })

  it('finds no difference only where a large one is ruled out', () => {
    expect(directionAndSize([SAME])).toMatchObject({ direction: 'noDifference', size: { n: 1000 } })
    expect(directionAndSize([finding([10, 20], [10, 20])]).direction).toBe('unclear')
  })
})

describe('sureGain', () => {
  it('is the lower bound of a gain, also where lower is better', () => {
    expect(sureGain(directionAndSize([BETTER]))).toBeCloseTo(0.16, 2)
    const fewer = finding([40, 100], [70, 100], { lowerIsBetter: true })
    expect(directionAndSize([fewer]).direction).toBe('helps')
    expect(sureGain(directionAndSize([fewer]))).toBeCloseTo(0.16, 2)
    expect(sureGain(directionAndSize([WORSE]))).toBeNull()
    expect(sureGain(directionAndSize([BETTER, WORSE]))).toBeNull()
  })
})

describe('byEvidence', () => {
  it('puts what harms last, however well it was researched', () => {
    const sorted = [
      { direction: 'harms' as const, rank: 5 },
      { direction: 'notCompared' as const, rank: 3 },
      { direction: 'helps' as const, rank: 4 },
      { direction: 'helps' as const, rank: 5 },
    ].toSorted(byEvidence)
    expect(sorted.map(({ direction, rank }) => `${direction} ${String(rank)}`)).toEqual([
      'helps 5',
      'helps 4',
      'notCompared 3',
      'harms 5',
    ])
  })
})

describe('directionOf', () => {
  it('reads what is stored, and cannot say what was not computed', () => {
    for (const direction of EVIDENCE_DIRECTIONS)
      expect(directionOf(DIRECTION_SLUGS[direction])).toBe(direction)
    expect(directionOf(null)).toBe('unclear')
  })
})

describe('spreadOf', () => {
  it('loses no initiative, whatever the levels and directions', () => {
    const count = fc.record({
      rank: fc.integer({ min: 0, max: 5 }),
      direction: fc.constantFrom(...EVIDENCE_DIRECTIONS),
      count: fc.integer({ min: 0, max: 2_000 }),
    })
    fc.assert(
      fc.property(fc.array(count), (counts) => {
        const spread = spreadOf(counts)
        const all = counts.reduce((sum, one) => sum + one.count, 0)
        expect(spread.reduce((sum, { total }) => sum + total, 0)).toBe(all)
        expect(spread.every(({ total }) => total > 0)).toBe(true)
      }),
    )
  })
})

/** Words for the levels themselves, not for the evidence of an initiative. */
const NAME_LEVELS = new Set([
  'components/knowledge/evidence/evidence-text.ts',
  'components/knowledge/evidence/evidence-word.tsx',
  'components/knowledge/evidence/evidence-panel.tsx',
  'components/knowledge/evidence/evidence-spread.tsx',
  'components/judgement/method/evidence-ladder.tsx',
])

describe('the word for a level', () => {
  it('is made in one place, where its direction stands beside it', () => {
    const sources = ['components', 'app', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
        .map((file) => join(folder, file).replaceAll('\\', '/')),
    )
    const naming = sources.filter((file) => {
      const text = readFileSync(file, 'utf8')
      return /evidence\.level|`level\.\$\{|\blevels\(/.test(text) && /evidence/i.test(text)
    })
    expect(naming.filter((file) => !NAME_LEVELS.has(file))).toEqual([])
  })
})
