import { describe, expect, it } from 'vitest'
import { assessmentSchema, assessmentTargetSchema } from './schema'

const row = { criterion: 'vernieuwend', score: '3', reason: ' Omdat \u200Bhet zo is. ' }

describe('assessmentSchema', () => {
  it('takes a draft that is not complete and cleans the reasons', () => {
    expect(
      assessmentSchema.parse({
        constituency: 'employers',
        scores: [row, { criterion: 'doelmatig' }],
      }),
    ).toEqual({
      constituency: 'employers',
      scores: [
        { criterion: 'vernieuwend', score: '3', reason: 'Omdat het zo is.' },
        { criterion: 'doelmatig', score: '', reason: '' },
      ],
    })
  })

  it.each([
    ['a score of 6', { constituency: 'employers', scores: [{ ...row, score: '6' }] }],
    ['a score of 0', { constituency: 'employers', scores: [{ ...row, score: '0' }] }],
    ['an unknown constituency', { constituency: 'koning', scores: [row] }],
    ['a field nobody asked for', { constituency: 'employers', scores: [row], assessorId: 'x' }],
    [
      'a reason without end',
      { constituency: 'employers', scores: [{ ...row, reason: 'x'.repeat(2_001) }] },
    ],
  ])('refuses %s', (_, input) => {
    expect(assessmentSchema.safeParse(input).success).toBe(false)
  })
})

describe('assessmentTargetSchema', () => {
  it('knows which initiative, whose score and which version', () => {
    expect(assessmentTargetSchema.parse({ slug: 'a', kind: 'panel', version: '0' })).toEqual({
      slug: 'a',
      kind: 'panel',
      version: 0,
    })
    expect(
      assessmentTargetSchema.safeParse({ slug: 'a', kind: 'koning', version: '0' }).success,
    ).toBe(false)
  })
})
