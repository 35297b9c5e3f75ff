import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { canAnswerInvitation, canChooseAssessors, canRequestRound } from './policy'

const actor = actorsOf('mine')

describe('who asks, chooses and answers', () => {
  it.each([
    ['editor', actor('editor'), true, false, false, false],
    ['manager', actor('manager'), true, false, false, false],
    ['assessor', actor('assessor'), false, false, false, false],
    ['moderator', actor(null, '', ['moderator']), true, true, true, true],
    [
      'moderator who edits for the owner',
      actor('editor', 'mine', ['moderator']),
      true,
      true,
      false,
      true,
    ],
    ['administrator', actor(null, '', ['administrator']), false, false, false, false],
    ['visitor', null, false, false, false, false],
  ] as const)('%s', (_, who, askOwn, askOther, chooseOwn, chooseOther) => {
    expect([
      canRequestRound(who, { organisationId: 'mine' }),
      canRequestRound(who, { organisationId: 'theirs' }),
    ]).toEqual([askOwn, askOther])
    expect([
      canChooseAssessors(who, { organisationId: 'mine' }),
      canChooseAssessors(who, { organisationId: 'theirs' }),
    ]).toEqual([chooseOwn, chooseOther])
  })

  it('lets only someone who could judge answer', () => {
    expect(
      canAnswerInvitation(actor('assessor'), { organisationId: 'theirs', sharesRegion: false }),
    ).toBe(true)
    expect(
      canAnswerInvitation(actor('assessor'), { organisationId: 'theirs', sharesRegion: true }),
    ).toBe(false)
    expect(
      canAnswerInvitation(actor('editor'), { organisationId: 'theirs', sharesRegion: false }),
    ).toBe(false)
    expect(canAnswerInvitation(null, { organisationId: 'theirs', sharesRegion: false })).toBe(false)
  })
})
