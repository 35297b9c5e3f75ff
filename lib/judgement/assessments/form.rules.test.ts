import { describe, expect, it } from 'vitest'
import { criterion } from '@/lib/base/testing/assessments'
import { assessmentValues, missingForAssessment } from './rules'

const CRITERIA = [criterion('vernieuwend', 1), criterion('meetbaar-bewezen', 2)]

describe('missingForAssessment', () => {
  it('asks for a choice and a reason of a few words for each', () => {
    expect(
      missingForAssessment([
        { criterion: 'a', score: '', reason: 'Dit is een reden.' },
        { criterion: 'b', score: 'cannot', reason: 'Te weinig' },
        { criterion: 'c', score: '3', reason: '. . . .' },
        { criterion: 'd', score: '5', reason: 'Dat werkt goed' },
      ]),
    ).toEqual({
      'scores.0.score': ['choose'],
      'scores.1.reason': ['reason'],
      'scores.2.reason': ['reason'],
    })
  })
})

describe('assessmentValues', () => {
  it('gives each criterion its row in the order of the report', () => {
    const own = {
      id: 'x',
      version: 2,
      submittedAt: null,
      constituency: 'other' as const,
      updatedAt: new Date(0),
      scores: [{ criterion: 'meetbaar-bewezen', score: '2' as const, reason: 'Weinig geteld.' }],
    }
    expect(assessmentValues(CRITERIA, own)).toEqual({
      constituency: 'other',
      'scores.0.score': '',
      'scores.0.reason': '',
      'scores.1.score': '2',
      'scores.1.reason': 'Weinig geteld.',
    })
    expect(assessmentValues(CRITERIA, null)['scores.1.score']).toBe('')
  })
})
