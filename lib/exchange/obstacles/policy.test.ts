import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { canAdd, canCurate, canEdit, canLink } from './policy'

const actor = (
  memberships: [string, MembershipRole][],
  platformRoles: PlatformRoleName[] = [],
): Actor => ({
  userId: 'u',
  name: 'n',
  email: 'e@voorbeeld.nl',
  isExample: false,
  constituency: null,
  platformRoles,
  regionIds: [],
  memberships: memberships.map(([organisationId, role]) => ({
    organisationId,
    organisationName: organisationId,
    role,
    regionId: null,
  })),
})
const target = { organisationId: 'own', councilIds: ['ser'] }

const PEOPLE = {
  visitor: null,
  editor: actor([['own', 'editor']]),
  manager: actor([['own', 'manager']]),
  assessor: actor([['own', 'assessor']]),
  other: actor([['other', 'editor']]),
  council: actor([['ser', 'editor']]),
  councilAssessor: actor([['ser', 'assessor']]),
  moderator: actor([], ['moderator']),
  administrator: actor([], ['administrator']),
} as const

describe.each([
  ['visitor', false, false, false],
  ['editor', true, false, true],
  ['manager', true, false, true],
  ['assessor', false, false, false],
  ['other', false, false, false],
  ['council', false, true, true],
  ['councilAssessor', false, false, false],
  ['moderator', false, true, true],
  ['administrator', false, false, false],
] as const)('the %s', (person, own, curate, edit) => {
  it('adds and links for its own organisation alone, curates as council or moderator, edits as either', () => {
    expect([
      canAdd(PEOPLE[person], 'own'),
      canLink(PEOPLE[person], 'own'),
      canCurate(PEOPLE[person], target),
      canEdit(PEOPLE[person], target),
    ]).toEqual([own, own, curate, edit])
  })

  it('edits what the report named only as a curator', () => {
    expect(canEdit(PEOPLE[person], { ...target, organisationId: null })).toBe(curate)
  })
})
