import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { canReadJoining, canReply, draftScope } from './policy'

const person = (
  role: MembershipRole | null,
  organisationId = 'eigen',
  platformRoles: PlatformRoleName[] = [],
): Actor => ({
  userId: 'u',
  name: '',
  email: '',
  isExample: false,
  constituency: null,
  regionIds: [],
  platformRoles,
  memberships:
    role === null ? [] : [{ organisationId, organisationName: '', role, regionId: null }],
})

describe('draftScope', () => {
  it.each([
    ['editor', ['eigen']],
    ['manager', ['eigen']],
    ['assessor', []],
    ['member', []],
    [null, []],
  ] as const)('as %s: %j', (role, organisationIds) => {
    expect(draftScope(person(role))).toEqual({ organisationIds, seesSubmitted: false })
  })

  it('shows a moderator what was handed in, and no drafts', () => {
    expect(draftScope(person(null, '', ['moderator']))).toEqual({
      organisationIds: [],
      seesSubmitted: true,
    })
    expect(draftScope(person(null, '', ['administrator']))).toEqual({
      organisationIds: [],
      seesSubmitted: false,
    })
  })
})

describe('a wish to join', () => {
  const target = { askerOrganisationId: 'vrager', ownerOrganisationId: 'eigenaar' }

  it.each([
    ['editor', 'eigenaar', true, true],
    ['manager', 'eigenaar', true, true],
    ['assessor', 'eigenaar', false, false],
    ['editor', 'vrager', false, true],
    ['editor', 'ander', false, false],
  ] as const)('%s of %s answers: %s, reads: %s', (role, organisationId, answers, reads) => {
    expect([
      canReply(person(role, organisationId), target),
      canReadJoining(person(role, organisationId), target),
    ]).toEqual([answers, reads])
  })

  it('is nothing to a visitor or a moderator of elsewhere', () => {
    for (const actor of [null, person(null, '', ['moderator'])])
      expect([canReply(actor, target), canReadJoining(actor, target)]).toEqual([false, false])
  })
})
