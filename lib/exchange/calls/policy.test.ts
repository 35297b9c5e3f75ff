import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import {
  canEdit,
  canEnd,
  canModerate,
  canModerateAnywhere,
  canPost,
  canRead,
  canReply,
  canReplyForAny,
  canReport,
} from './policy'
import type { CallTarget } from './types'

const actor = actorsOf('own')
const open: CallTarget = { organisationId: 'own', status: 'open', hiddenReason: null }
const hidden: CallTarget = { ...open, hiddenReason: 'Reclame' }

describe('who does what with a call', () => {
  it.each([
    // who, posts, edits, ends, answers, reports, moderates, reads hidden
    ['editor', actor('editor'), true, true, true, true, true, false, true],
    ['manager', actor('manager'), true, true, true, true, true, false, true],
    ['assessor', actor('assessor'), false, false, false, true, true, false, true],
    ['editor elsewhere', actor('editor', 'other'), false, false, false, true, true, false, false],
    ['moderator', actor(null, '', ['moderator']), false, false, false, false, true, true, true],
    [
      'moderator of the own organisation',
      actor('editor', 'own', ['moderator']),
      true,
      true,
      true,
      true,
      true,
      false,
      true,
    ],
    [
      'administrator',
      actor(null, '', ['administrator']),
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ],
    ['visitor', null, false, false, false, false, false, false, false],
  ] as const)('%s', (_, who, posts, edits, ends, answers, reports, moderates, readsHidden) => {
    const organisation = who?.memberships[0]?.organisationId ?? 'own'
    expect([
      canPost(who, 'own'),
      canEdit(who, open),
      canEnd(who, open),
      canReply(who, open, organisation),
      canReport(who, open),
      canModerate(who, 'own'),
      canRead(who, hidden),
    ]).toEqual([posts, edits, ends, answers, reports, moderates, readsHidden])
    expect(canRead(who, open)).toBe(true)
  })

  it.each([
    ['answered', false, false],
    ['closed', false, false],
    ['expired', false, true],
  ] as const)('lets nobody change or answer one that is %s', (status, edits, ends) => {
    const call = { ...open, status }
    expect([
      canEdit(actor('editor'), call),
      canReply(actor('editor', 'other'), call, 'other'),
      canEnd(actor('editor'), call),
    ]).toEqual([edits, false, ends])
  })

  it('lets nobody answer a hidden call, or in the name of another organisation', () => {
    expect(canReply(actor('editor', 'other'), hidden, 'other')).toBe(false)
    expect(canReply(actor('editor', 'other'), open, 'own')).toBe(false)
  })

  it('lets a moderator in before it is known whose text it is', () => {
    const moderator = actor('editor', 'own', ['moderator'])
    expect(canModerateAnywhere(moderator)).toBe(true)
    expect(canModerate(moderator, 'own')).toBe(false)
    expect(canModerateAnywhere(actor('manager'))).toBe(false)
  })

  it('needs one organisation at least to answer for', () => {
    expect(canReplyForAny(actor('assessor', 'other'), open)).toBe(true)
    expect(canReplyForAny(actor(null, '', ['moderator']), open)).toBe(false)
    expect(canReplyForAny(null, open)).toBe(false)
  })
})
