import { describe, expect, it } from 'vitest'
import { isLate, orderQuestions } from './rules'
import type { LearningQuestion } from './types'

const question = (id: string, rest: Partial<LearningQuestion>): LearningQuestion => ({
  id,
  question: id,
  why: '',
  answerBy: null,
  status: 'open',
  learnt: '',
  version: 1,
  initiatives: [],
  calls: [],
  ...rest,
})

describe('isLate', () => {
  it.each([
    ['open', '2026-01-01', true],
    ['open', '2026-01-02', false],
    ['open', null, false],
    ['answered', '2026-01-01', false],
  ] as const)('%s by %s: %s', (status, answerBy, late) => {
    expect(isLate({ status, answerBy }, '2026-01-02')).toBe(late)
  })
})

describe('orderQuestions', () => {
  it('reads open ones first, the soonest on top', () => {
    const order = orderQuestions([
      question('dropped', { status: 'dropped' }),
      question('some day', {}),
      question('answered', { status: 'answered', answerBy: '2025-01-01' }),
      question('soon', { answerBy: '2026-02-01' }),
    ])
    expect(order.map(({ id }) => id)).toEqual(['soon', 'some day', 'answered', 'dropped'])
  })
})
