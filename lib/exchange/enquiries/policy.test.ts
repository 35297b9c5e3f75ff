import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { canAnswer } from './policy'
import type { EnquiryTarget } from './types'

const actor = actorsOf('own')
const target = (change: Partial<EnquiryTarget> = {}): EnquiryTarget => ({
  id: 'e',
  state: 'waiting',
  receiverId: null,
  organisationId: 'own',
  hasWriters: true,
  ...change,
})
const administrator = actor(null, 'own', ['administrator'])

describe('who answers a message from outside', () => {
  it.each([
    ['an editor of the organisation', actor('editor'), {}, true],
    ['a manager of the organisation', actor('manager'), {}, true],
    ['an assessor of the organisation', actor('assessor'), {}, false],
    ['a member of the organisation', actor('member'), {}, false],
    ['an editor of another organisation', actor('editor', 'other'), {}, false],
    ['a moderator', actor(null, 'own', ['moderator']), {}, false],
    ['nobody', null, {}, false],
    ['the contact person, as a member', actor('member'), { receiverId: 'u' }, true],
    ['a contact person who left', actor('editor', 'other'), { receiverId: 'u' }, false],
    ['an administrator beside an organisation', administrator, {}, false],
    ['an administrator where nobody is left', administrator, { hasWriters: false }, true],
    ['an administrator of a message to them', administrator, { organisationId: null }, true],
    [
      'an editor of a message to the administrators',
      actor('editor'),
      { organisationId: null },
      false,
    ],
    ['an editor before it was confirmed', actor('editor'), { state: 'pending' as const }, false],
    [
      'an administrator before it was confirmed',
      administrator,
      { state: 'pending' as const },
      false,
    ],
  ])('%s: %#', (_, who, change, allowed) => {
    expect(canAnswer(who, target(change))).toBe(allowed)
  })
})
