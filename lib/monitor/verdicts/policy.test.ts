import { describe, expect, it } from 'vitest'
import type { Actor, Constituency, MembershipRole } from '@/lib/people/accounts/types'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import type { RegionType } from '@/lib/base/regions/types'
import { canAddOwnReaction } from './policy'

const node = (id: string, type: RegionType, ...parentIds: string[]) => ({ id, type, parentIds })
const graph = buildRegionGraph([
  node('council', 'ser'),
  node('province', 'province', 'council'),
  node('here', 'labour_market', 'province'),
  node('beside', 'labour_market', 'province'),
  node('town', 'municipality', 'here', 'province'),
])
const actor = (
  constituency: Constituency | null,
  role: MembershipRole,
  regionId: string | null,
): Actor => ({
  userId: 'u',
  name: 'n',
  email: 'e',
  isExample: false,
  constituency,
  platformRoles: [],
  regionIds: [],
  memberships: [{ organisationId: 'o', organisationName: 'o', role, regionId }],
})

describe('who adds a reaction of their own', () => {
  it.each([
    ['a member of the region itself', actor('employees', 'member', 'here'), true],
    ['a member of the council above it', actor('employers', 'member', 'council'), true],
    ['an assessor of the region', actor('independent', 'assessor', 'here'), true],
    ['an editor with a constituency', actor('other', 'editor', 'council'), true],
    ['an editor without one', actor(null, 'editor', 'council'), false],
    ['a member of a municipality in it', actor('employees', 'member', 'town'), true],
    ['a member of the region beside it', actor('employees', 'member', 'beside'), false],
    ['a member of an organisation without a region', actor('employees', 'member', null), false],
    [
      'a moderator without membership',
      {
        ...actor('employees', 'member', null),
        memberships: [],
        platformRoles: ['moderator' as const],
      },
      false,
    ],
    ['nobody', null, false],
  ])('%s: %s', (_name, who, allowed) => {
    expect(canAddOwnReaction(who, { regionId: 'here' }, graph)).toBe(allowed)
  })

  it('a municipality does not read for its province', () => {
    expect(
      canAddOwnReaction(actor('employees', 'member', 'town'), { regionId: 'province' }, graph),
    ).toBe(false)
  })
})
