import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import {
  canAddMaterial,
  canChange,
  canPlan,
  canSeePeople,
  canSignUp,
  canReportOutcome,
} from './policy'
import type { MeetingTarget } from './types'

const actor = actorsOf('own')
const meeting: MeetingTarget = {
  organisationId: 'own',
  startsAt: '2026-12-10T13:00:00Z',
  endsAt: '2026-12-10T15:00:00Z',
  cancelReason: null,
  people: [{ userId: 'guest' }],
}
const before = new Date('2026-12-01')
const during = new Date('2026-12-10T14:00:00Z')
const after = new Date('2026-12-11')

describe('who does what with a meeting', () => {
  it.each([
    // who, plans, changes, adds, tells, signs up, sees people
    ['editor', actor('editor'), true, true, true, true, true, true],
    ['manager', actor('manager'), true, true, true, true, true, true],
    ['assessor', actor('assessor'), false, false, false, false, true, true],
    ['editor elsewhere', actor('editor', 'other'), false, false, false, false, true, false],
    ['who comes', actor('editor', 'other', [], 'guest'), false, false, false, false, true, true],
    ['moderator', actor(null, '', ['moderator']), false, false, false, false, true, false],
    ['administrator', actor(null, '', ['administrator']), false, false, false, false, true, false],
    ['visitor', null, false, false, false, false, false, false],
  ] as const)('%s', (_, who, plans, changes, adds, tells, signsUp, sees) => {
    expect([
      canPlan(who, 'own'),
      canChange(who, meeting, before),
      canAddMaterial(who, meeting),
      canReportOutcome(who, meeting, after),
      canSignUp(who, meeting, before),
      canSeePeople(who, meeting),
    ]).toEqual([plans, changes, adds, tells, signsUp, sees])
  })

  it('lets nobody change or sign up once it begins, or tell before it ends', () => {
    expect([
      canChange(actor('editor'), meeting, during),
      canSignUp(actor('editor'), meeting, during),
      canReportOutcome(actor('editor'), meeting, during),
    ]).toEqual([false, false, false])
  })

  it('leaves a cancelled meeting as it is', () => {
    const cancelled = { ...meeting, cancelReason: 'Ziek' }
    expect([
      canChange(actor('editor'), cancelled, before),
      canSignUp(actor('editor'), cancelled, before),
      canAddMaterial(actor('editor'), cancelled),
      canReportOutcome(actor('editor'), cancelled, after),
    ]).toEqual([false, false, false, false])
  })
})
