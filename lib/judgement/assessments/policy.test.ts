import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { canAssess, canReply, canSelfScore, judgingOrganisation } from './policy'

const actor = actorsOf('mine')
const other = { organisationId: 'theirs', sharesRegion: false, submitted: false, admitted: true }
const sameRegion = { ...other, sharesRegion: true }
const own = { organisationId: 'mine', sharesRegion: true, submitted: false, admitted: true }

describe('canAssess', () => {
  it.each([
    ['an assessor from another region', actor('assessor'), other, true],
    ['an assessor who handed in', actor('assessor'), { ...other, submitted: true }, false],
    [
      'an assessor to whom no round is open',
      actor('assessor'),
      { ...other, admitted: false },
      false,
    ],
    ['an assessor from the same region', actor('assessor'), sameRegion, false],
    ['an assessor of the owner', actor('assessor'), own, false],
    ['an editor elsewhere', actor('editor'), other, false],
    ['a manager elsewhere', actor('manager'), other, false],
    ['a moderator', actor(null, '', ['moderator']), other, false],
    ['an administrator', actor(null, '', ['administrator']), other, false],
    ['a visitor', null, other, false],
  ] as const)('%s', (_, who, side, expected) => {
    expect(canAssess(who, side)).toBe(expected)
  })
})

describe('canSelfScore', () => {
  it.each([
    ['an editor of the owner', actor('editor'), own, true],
    ['a manager of the owner', actor('manager'), own, true],
    ['an editor of the owner who handed in', actor('editor'), { ...own, submitted: true }, false],
    ['an assessor of the owner', actor('assessor'), own, false],
    ['an editor of the same region', actor('editor'), sameRegion, false],
    ['an editor elsewhere', actor('editor'), other, false],
    ['a visitor', null, own, false],
  ] as const)('%s', (_, who, side, expected) => {
    expect(canSelfScore(who, side)).toBe(expected)
  })
})

describe('canReply', () => {
  it.each([
    ['an editor of the owner', actor('editor'), own, true],
    ['a manager of the owner', actor('manager'), own, true],
    ['an assessor of the owner', actor('assessor'), own, false],
    ['an editor elsewhere', actor('editor'), other, false],
    ['a moderator', actor(null, '', ['moderator']), other, false],
    ['a visitor', null, own, false],
  ] as const)('%s', (_, who, side, expected) => {
    expect(canReply(who, side)).toBe(expected)
  })
})

describe('judgingOrganisation', () => {
  it('is where one is assessor, or the owner for a self-score', () => {
    expect(judgingOrganisation(actor('assessor'), 'panel', 'theirs')).toEqual({
      organisationId: 'mine',
      regionId: 'r',
    })
    expect(judgingOrganisation(actor('editor'), 'panel', 'theirs')).toBeNull()
    expect(judgingOrganisation(actor('editor'), 'self', 'mine')).toEqual({
      organisationId: 'mine',
      regionId: 'r',
    })
    expect(judgingOrganisation(actor('editor'), 'self', 'theirs')).toBeNull()
  })
})
