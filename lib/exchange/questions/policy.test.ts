import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { canAccept, canModerate, canPost, canReport } from './policy'

const actor = (
  userId: string,
  role: MembershipRole | null,
  organisationId = 'owner',
  platformRoles: PlatformRoleName[] = [],
): Actor => ({
  userId,
  name: 'N',
  email: 'n@voorbeeld.nl',
  isExample: false,
  constituency: null,
  platformRoles,
  regionIds: [],
  memberships:
    role === null ? [] : [{ organisationId, organisationName: 'O', role, regionId: null }],
})
const post = { ownerOrganisationId: 'owner', askerId: 'asker', authorId: 'writer' }

describe('who asks, marks, reports and hides', () => {
  it.each([
    // who, writes for the owner's name, writes for no name, marks, reports, hides
    ['visitor', null, false, false, false, false, false],
    ['editor of the owner', actor('u', 'editor'), true, false, true, true, false],
    ['manager of the owner', actor('u', 'manager'), true, false, true, true, false],
    ['assessor of the owner', actor('u', 'assessor'), true, false, false, true, false],
    ['editor elsewhere', actor('u', 'editor', 'other'), false, false, false, true, false],
    ['who asked', actor('asker', 'assessor', 'other'), false, false, true, true, false],
    ['who wrote it', actor('writer', null), false, true, false, false, false],
    ['moderator', actor('u', null, '', ['moderator']), false, true, false, true, true],
    [
      'moderator who acts for the owner',
      actor('u', 'editor', 'owner', ['moderator']),
      true,
      false,
      true,
      true,
      false,
    ],
    [
      'moderator who acts elsewhere',
      actor('u', 'editor', 'other', ['moderator']),
      false,
      false,
      false,
      true,
      true,
    ],
    ['administrator', actor('u', null, '', ['administrator']), false, true, false, true, false],
  ] as const)('%s', (_, who, named, nameless, accepts, reports, moderates) => {
    expect([
      canPost(who, 'owner'),
      canPost(who, null),
      canAccept(who, post),
      canReport(who, post),
      canModerate(who, post),
    ]).toEqual([named, nameless, accepts, reports, moderates])
  })

  it('a question of someone who is gone is nobody’s own', () => {
    expect(canAccept(actor('u', null), { ...post, askerId: null })).toBe(false)
  })
})
