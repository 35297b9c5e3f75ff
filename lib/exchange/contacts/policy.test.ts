import { describe, expect, it } from 'vitest'
import type { Actor, ActorMembership } from '@/lib/people/accounts/types'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import { canContact, canManageContacts, isStillContact } from './policy'

const member = (
  organisationId: string,
  role: ActorMembership['role'] = 'editor',
  regionId: string | null = null,
): ActorMembership => ({ organisationId, organisationName: 'O', role, regionId })
const actor = (...memberships: ActorMembership[]): Actor => ({
  userId: 'u',
  name: 'N',
  email: 'n@voorbeeld.nl',
  isExample: false,
  constituency: null,
  platformRoles: [],
  regionIds: [],
  memberships,
})
const graph = buildRegionGraph([
  { id: 'ser', type: 'ser', parentIds: [] },
  { id: 'am', type: 'labour_market', parentIds: ['ser'] },
  { id: 'far', type: 'labour_market', parentIds: [] },
])

describe('who writes to a contact person', () => {
  it.each([
    ['someone of another organisation', actor(member('other')), true],
    ['someone without an organisation', actor(), true],
    ['a colleague', actor(member('own')), false],
    ['a visitor', null, false],
  ] as const)('of an initiative: %s', (_, who, may) => {
    expect(canContact(who, { organisationId: 'own' })).toBe(may)
  })

  it.each([
    ['someone else', actor(), 'v', true],
    ['the person themselves', actor(), 'u', false],
    ['a visitor', null, 'v', false],
  ] as const)('of a region: %s', (_, who, userId, may) => {
    expect(canContact(who, { userId })).toBe(may)
  })
})

describe('who keeps the contacts of a region', () => {
  it.each<[string, Actor | null, boolean]>([
    ['an editor of the region', actor(member('o', 'editor', 'am')), true],
    ['a manager of the council around it', actor(member('o', 'manager', 'ser')), true],
    ['an assessor', actor(member('o', 'assessor', 'am')), false],
    ['a member', actor(member('o', 'member', 'am')), false],
    ['an editor of another region', actor(member('o', 'editor', 'far')), false],
    ['a moderator', { ...actor(), platformRoles: ['moderator'] }, false],
    ['a visitor', null, false],
  ])('%s', (_, who, may) => {
    expect(canManageContacts(who, { regionId: 'am' }, graph)).toBe(may)
  })
})

describe('who still stands at a region', () => {
  const about = { kind: 'region', id: 'am', slug: 'am', title: 'AM' } as const
  it.each([
    ['who works there', [member('o', 'editor', 'am')], false, true],
    ['who left for another region', [member('o', 'editor', 'far')], false, false],
    ['who has no organisation any more', [], false, false],
    ['whose account was closed', [member('o', 'editor', 'am')], true, false],
  ] as const)('%s', (_, memberships, isDisabled, stands) => {
    expect(isStillContact({ about, memberships: [...memberships], isDisabled }, graph)).toBe(stands)
  })
})
