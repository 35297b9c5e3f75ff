import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVIDENCE_CHECKS, type EvidenceCheck } from '@/lib/knowledge/evidence/types'
import { assessment, criterion } from '@/lib/base/testing/assessments'
import {
  buildProfile,
  exceedsEvidence,
  groupScores,
  isDivided,
  isProvisional,
  isStale,
  median,
  staleScores,
  withoutPanel,
} from './rules'
import type { SubmittedAssessment } from './types'

const CRITERIA = [criterion('vernieuwend', 1), criterion('meetbaar-bewezen', 2)]
const panel = (scores: (number | null)[], regions = ['r1', 'r2']) =>
  scores.map((score, index) =>
    assessment({ score, regionId: regions[index % regions.length] ?? null }),
  )
const first = (assessments: SubmittedAssessment[]) => buildProfile(CRITERIA, assessments)[0]!

describe('median', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[5, 1], 3],
    [[2, 3], 2.5],
    [[1, 5, 2], 2],
    [[1, 1, 5, 5], 3],
  ] as const)('of %j is %s', (scores, expected) => {
    expect(median(scores)).toBe(expected)
  })

  it('does not depend on the order of the raters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
        (scores) => {
          const turned = scores.toReversed()
          expect(median(turned)).toBe(median(scores))
          expect(isDivided(turned)).toBe(isDivided(scores))
        },
      ),
    )
  })
})

describe('isDivided', () => {
  it.each([
    [[1, 3, 3], false],
    [[1, 3, 4], true],
    [[2, 4, 4, 4], false],
    [[2, 2, 4, 4], true],
    [[2, 3, 4, 4], false],
    [[3, 3, 3], false],
    [[1, 4], true],
    [[2, 4], true],
    [[3, 4], false],
  ] as const)('%j → %s', (scores, expected) => {
    expect(isDivided(scores)).toBe(expected)
  })
})

describe('isProvisional', () => {
  it.each([
    [['a', 'b'], true],
    [['a', 'a', 'a'], true],
    [['a', 'a', 'b'], false],
    [['a', null, null], true],
    [['a', 'b', null], false],
    [[], true],
  ] as const)('%j → %s', (regions, expected) => {
    expect(isProvisional(regions)).toBe(expected)
  })
})

describe('buildProfile', () => {
  it('shows dots, median and how many, and never blends in the own score', () => {
    const line = first([...panel([4, 4, 5]), assessment({ kind: 'self', score: 1 })])
    expect(line).toMatchObject({
      scores: [4, 4, 5],
      median: 4,
      n: 3,
      selfScore: 1,
      provisional: false,
      divided: false,
      cannotJudge: 0,
    })
  })

  it('leaves out who could not judge, and is provisional when too few are left', () => {
    const line = first(panel([5, 1, null]))
    expect(line).toMatchObject({
      scores: [1, 5],
      n: 3,
      cannotJudge: 1,
      provisional: true,
      divided: false,
    })
  })

  it('says when a full panel disagrees', () => {
    expect(first(panel([1, 4, 4])).divided).toBe(true)
    expect(first(panel([2, 4, 4])).divided).toBe(false)
  })

  it('shows the latest round of the panel and the latest own score', () => {
    const line = first([
      ...panel([1, 1, 1]),
      ...panel([5, 5, 5]).map((one) => ({ ...one, round: 2 })),
      assessment({ kind: 'self', score: 2 }),
      assessment({ kind: 'self', score: 4, submittedAt: '2026-06-01T10:00:00.000Z' }),
    ])
    expect(line).toMatchObject({ scores: [5, 5, 5], selfScore: 4, n: 3 })
  })

  it('has a line for each criterion when nobody judged', () => {
    expect(
      buildProfile(CRITERIA, []).map(({ slug, n, median: middle, provisional }) => ({
        slug,
        n,
        middle,
        provisional,
      })),
    ).toEqual([
      { slug: 'vernieuwend', n: 0, middle: null, provisional: true },
      { slug: 'meetbaar-bewezen', n: 0, middle: null, provisional: true },
    ])
  })

  it('keeps the panel and its reasons from someone who still has to judge', () => {
    const [line] = withoutPanel(
      buildProfile(CRITERIA, [...panel([4, 4, 5]), assessment({ kind: 'self', score: 2 })]),
    )
    expect(line).toMatchObject({ scores: [], n: 0, median: null, selfScore: 2, divided: false })
    expect(line?.reasons.map(({ kind }) => kind)).toEqual(['self'])
  })
})

describe('groupScores', () => {
  it('parts the panel per constituency and region and never counts the owner', () => {
    const { reasons } = first([
      assessment({ score: 5, constituency: 'employees', regionName: 'Zeeland' }),
      assessment({ score: 2 }),
      assessment({ score: null }),
      assessment({ kind: 'self', score: 1 }),
    ])
    expect(groupScores(reasons, 'constituency')).toEqual([
      { group: 'employees', scores: [5], median: 5, cannotJudge: 0 },
      { group: 'employers', scores: [2], median: 2, cannotJudge: 1 },
    ])
    expect(groupScores(reasons, 'regionName').map(({ group }) => group)).toEqual([
      'Twente',
      'Zeeland',
    ])
  })
})

describe('staleScores', () => {
  it('names the panel scores that are too old and leaves the own score alone', () => {
    const { reasons } = first([
      assessment({ score: 2, submittedAt: '2024-11-23T10:00:00.000Z' }),
      assessment({ score: 3, submittedAt: '2024-11-24T10:00:00.000Z' }),
      assessment({ kind: 'self', score: 1, submittedAt: '2020-01-01T10:00:00.000Z' }),
    ])
    expect(staleScores(reasons, '2026-11-24')).toEqual([2])
  })
})

describe('isStale', () => {
  it('turns after 24 months, not on the day itself', () => {
    expect(isStale('2024-11-24T09:00:00.000Z', '2026-11-24')).toBe(false)
    expect(isStale('2024-11-23T23:59:00.000Z', '2026-11-24')).toBe(true)
  })
})

describe('exceedsEvidence', () => {
  const proven = (scores: number[]) =>
    buildProfile(
      CRITERIA,
      panel(scores).map((one) => ({
        ...one,
        scores: one.scores.map((row) => ({ ...row, criterion: 'meetbaar-bewezen' })),
      })),
    )
  const evidence = (rank: number, ...done: EvidenceCheck[]) => ({
    rank,
    checks: Object.fromEntries(
      EVIDENCE_CHECKS.map((check) => [check, done.includes(check)]),
    ) as Record<EvidenceCheck, boolean>,
  })
  it.each([
    ['a 4 without a measurement', [4, 4, 4], evidence(2), true],
    ['a 4 with a measurement without baseline', [4, 4, 4], evidence(3, 'counted'), true],
    [
      'a 4 with a counted measurement and a baseline',
      [4, 4, 4],
      evidence(3, 'counted', 'baseline'),
      false,
    ],
    ['a 5 with the same', [5, 5, 5], evidence(3, 'counted', 'baseline'), true],
    ['a 5 with a comparison', [5, 5, 5], evidence(4), false],
    ['a 3', [3, 3, 4], evidence(0), false],
    ['a panel that is too small', [5, 5], evidence(0), false],
  ] as const)('%s', (_case, scores, found, expected) => {
    expect(exceedsEvidence(proven([...scores]), found)).toBe(expected)
  })
})
