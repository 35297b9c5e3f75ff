import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessment, criterion } from '@/lib/base/testing/assessments'
import { buildHistory, buildProfile, isDivided } from './rules'
import type { SubmittedAssessment } from './types'

const CRITERIA = [criterion('vernieuwend', 1), criterion('meetbaar-bewezen', 2)]
const first = (assessments: SubmittedAssessment[]) => buildProfile(CRITERIA, assessments)[0]!

describe('a panel whoever sits in it', () => {
  const raters = fc.array(
    fc.record({
      score: fc.option(fc.integer({ min: 1, max: 5 })),
      region: fc.constantFrom('r1', 'r2', 'r3'),
    }),
    { maxLength: 9 },
  )
  const asPanel = (list: readonly { score: number | null; region: string }[]) =>
    list.map(({ score, region }) => assessment({ score, regionId: region }))
  const facts = ({
    scores,
    median: middle,
    divided,
    provisional,
    n,
    cannotJudge,
  }: ReturnType<typeof first>) => ({ scores, middle, divided, provisional, n, cannotJudge })

  it('reads the same in any order', () => {
    fc.assert(
      fc.property(
        raters.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, turned]) => {
          expect(facts(first(asPanel(turned)))).toEqual(facts(first(asPanel(list))))
        },
      ),
    )
  })

  it('keeps every score exactly once', () => {
    fc.assert(
      fc.property(raters, (list) => {
        const line = first(asPanel(list))
        expect(line.scores).toEqual(list.flatMap(({ score }) => score ?? []).toSorted())
        expect(line.scores.length + line.cannotJudge).toBe(list.length)
      }),
    )
  })

  it('never becomes divided by a rater between the two in the middle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (scores, extra) => {
          const sorted = scores.toSorted((a, b) => a - b)
          const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 1
          const high = sorted[Math.floor(sorted.length / 2)] ?? 5
          fc.pre(!isDivided(scores) && extra >= low && extra <= high)
          expect(isDivided([...scores, extra])).toBe(false)
        },
      ),
    )
  })

  it('is never called divided while it is provisional, and is divided when its ends lie 3 apart', () => {
    fc.assert(
      fc.property(raters, (list) => {
        const line = first(asPanel(list))
        const range = (line.scores.at(-1) ?? 0) - (line.scores[0] ?? 0)
        if (line.provisional) expect(line.divided).toBe(false)
        else if (range >= 3) expect(line.divided).toBe(true)
        else if (range < 2) expect(line.divided).toBe(false)
      }),
    )
  })
})

describe('a second look', () => {
  const one = (assessorId: string, score: number, over: Partial<SubmittedAssessment> = {}) =>
    assessment({ assessorId, score, regionId: assessorId === 'a' ? 'r1' : 'r2', ...over })
  const firstRound = [one('a', 1), one('b', 4), one('c', 4)]
  const again = one('a', 3, {
    round: 2,
    secondLook: true,
    submittedAt: '2026-07-01T10:00:00.000Z',
    revisionNumber: 2,
  })

  it('keeps the first judgement of whoever did not look again, and shows what was given before', () => {
    const line = first([...firstRound, again])
    expect(line).toMatchObject({ scores: [3, 4, 4], n: 3, divided: false, provisional: false })
    expect(line.reasons.map(({ round, before }) => [round, before?.score ?? null])).toEqual([
      [2, 1],
      [1, null],
      [1, null],
    ])
  })

  it('leaves both rounds in the history as they were', () => {
    const history = buildHistory(CRITERIA, [again, ...firstRound])
    expect(
      history.map(({ round, secondLook, assessors, revisionNumbers }) => ({
        round,
        secondLook,
        assessors,
        revisionNumbers,
      })),
    ).toEqual([
      { round: 1, secondLook: false, assessors: 3, revisionNumbers: [1] },
      { round: 2, secondLook: true, assessors: 3, revisionNumbers: [2] },
    ])
    expect(history.map(({ lines }) => [lines[0]?.scores, lines[0]?.divided])).toEqual([
      [[1, 4, 4], true],
      [[3, 4, 4], false],
    ])
  })

  it('does not happen in a fresh round: that panel stands alone', () => {
    expect(first([...firstRound, one('a', 3, { round: 2 })])).toMatchObject({
      scores: [3],
      n: 1,
      provisional: true,
    })
  })
})
