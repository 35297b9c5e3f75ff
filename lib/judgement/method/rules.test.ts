import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, methodFigures } from './rules'
import type { PanelAssessment } from './types'

const CRITERIA = ['vernieuwend', 'doelmatig']
const one = (
  initiativeId: string,
  assessorId: string,
  scores: (number | null)[],
  change: Partial<PanelAssessment> = {},
): PanelAssessment => ({
  initiativeId,
  assessorId,
  round: 1,
  regionId: `region-${assessorId}`,
  isExample: false,
  scores: scores.map((score, index) => ({ criterion: CRITERIA[index]!, score })),
  ...change,
})

describe('methodFigures', () => {
  it('counts panels, assessors, divided lines and scores', () => {
    const figures = methodFigures(
      [
        one('a', '1', [1, 4]),
        one('a', '2', [4, 4]),
        one('a', '3', [4, null]),
        one('b', '1', [5, 5]),
      ],
      CRITERIA,
      [
        { rank: 0, direction: 'notCompared', count: 1 },
        { rank: 3, direction: 'notCompared', count: 2 },
      ],
    )
    expect(figures).toMatchObject({
      initiatives: 3,
      judged: 2,
      panels: 1,
      assessors: 3,
      regions: 3,
      examples: 0,
      lines: 1,
      divided: 1,
    })
    expect(figures.distributions).toEqual([
      { criterion: 'vernieuwend', counts: [1, 0, 0, 2, 1], cannotJudge: 0 },
      { criterion: 'doelmatig', counts: [0, 0, 0, 2, 1], cannotJudge: 1 },
    ])
  })

  it('takes the latest round only', () => {
    const figures = methodFigures(
      [one('a', '1', [1, 1]), one('a', '1', [5, 5], { round: 2 }), one('a', '2', [1, 1])],
      CRITERIA,
      [],
    )
    expect(figures.distributions[0]?.counts).toEqual([0, 0, 0, 0, 1])
    expect(figures.assessors).toBe(1)
  })

  it('needs three assessors from two regions for a panel', () => {
    const same = { regionId: 'x' }
    const three = (regions: Partial<PanelAssessment>[]) =>
      methodFigures(
        regions.map((change, index) => one('a', String(index), [3, 3], change)),
        CRITERIA,
        [],
      ).panels
    expect(three([same, same, same])).toBe(0)
    expect(three([same, same, {}])).toBe(1)
    expect(three([same, {}])).toBe(0)
  })

  it('says nothing where nothing is known', () => {
    expect(methodFigures([], CRITERIA, [])).toMatchObject({ judged: 0, lines: 0, alpha: null })
  })

  it('does not depend on the order of assessments', () => {
    const scores = fc.tuple(
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), scores), { maxLength: 16 }),
        (rows) => {
          const all = rows.map(([initiative, given], index) =>
            one(`i${initiative}`, String(index), given),
          )
          const [here, there] = [
            methodFigures(all, CRITERIA, []),
            methodFigures(all.toReversed(), CRITERIA, []),
          ]
          expect({ ...there, alpha: null }).toEqual({ ...here, alpha: null })
          expect(there.alpha?.value ?? 0).toBeCloseTo(here.alpha?.value ?? 0, 9)
        },
      ),
    )
  })
})

describe('agreementOf', () => {
  it.each([
    [0.8, 'high'],
    [0.7999, 'fair'],
    [0.667, 'fair'],
    [0.6669, 'low'],
    [-0.2, 'low'],
  ] as const)('calls %f %s', (alpha, words) => {
    expect(agreementOf(alpha)).toBe(words)
  })
})
