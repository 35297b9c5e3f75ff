import { describe, expect, it } from 'vitest'
import { needsNoveltyRecheck, oldestFreshDay } from './rules'
import { reopenedCriteria, revisionChanges } from './reopening.rules'

describe('what is looked at again', () => {
  it('counts 36 months back', () => {
    expect(oldestFreshDay('2026-11-24')).toBe('2023-11-24')
  })

  it.each([
    [2, 0, false],
    [3, 0, true],
    [3, 2, true],
    [4, 3, false],
  ])(
    'looks at "vernieuwend" again with %i regions after %i: %s',
    (regions, regionsWhenJudged, expected) => {
      expect(needsNoveltyRecheck(regions, regionsWhenJudged)).toBe(expected)
      expect(reopenedCriteria({ changes: [], regions, regionsWhenJudged })).toEqual(
        expected ? [{ criterion: 'vernieuwend', because: ['threeRegions'] }] : [],
      )
    },
  )

  it('opens the criteria that a change is about, in the order of the report', () => {
    expect(
      reopenedCriteria({ changes: ['outcome', 'challenges'], regions: 1, regionsWhenJudged: 1 }),
    ).toEqual([
      { criterion: 'meetbaar-bewezen', because: ['outcome'] },
      { criterion: 'doelmatig', because: ['outcome'] },
      { criterion: 'maatschappelijke-opgaven', because: ['challenges'] },
    ])
  })

  it('sees what changed between two versions and not in which order it was written', () => {
    const judged = {
      approach: ['a', 'b'],
      targetGroups: ['x'],
      challenges: ['y'],
      lifecycle: 'running',
      regions: ['AM01'],
    }
    expect(revisionChanges(judged, { ...judged, approach: ['b', 'a'] })).toEqual([])
    expect(
      revisionChanges(judged, {
        approach: ['a'],
        targetGroups: ['x', 'z'],
        challenges: [],
        lifecycle: 'stopped',
        regions: [],
      }),
    ).toEqual(['approach', 'targetGroups', 'challenges', 'lifecycle', 'regions'])
  })
})
