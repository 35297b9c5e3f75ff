import { describe, expect, it } from 'vitest'
import {
  actsForOrganisation,
  hasRight,
  isAdministrator,
  isModerator,
  RIGHTS,
  type Action,
  type Role,
} from './policy'
import type { Actor, MembershipRole, PlatformRoleName } from './types'

const actor = (
  memberships: Array<[string, MembershipRole]>,
  platformRoles: PlatformRoleName[] = [],
): Actor => ({
  userId: 'user',
  name: 'Naam',
  email: 'naam@voorbeeld.nl',
  isExample: false,
  constituency: null,
  regionIds: [],
  memberships: memberships.map(([organisationId, role]) => ({
    organisationId,
    organisationName: organisationId,
    role,
    regionId: null,
  })),
  platformRoles,
})
const roles = ['editor', 'assessor', 'manager', 'member', 'moderator', 'administrator'] as const
const withRole = (role: Role) =>
  role === 'moderator' || role === 'administrator' ? actor([], [role]) : actor([['own', role]])

/** Written out by hand, so that a change of the table is noticed: own side, other side. */
const expected: Record<Action, Partial<Record<Role, [boolean, boolean]>>> = {
  'initiative.write': { editor: [true, false], manager: [true, false] },
  'initiative.import': {
    editor: [true, false],
    manager: [true, false],
    administrator: [true, true],
  },
  'initiative.review': { moderator: [false, true] },
  'selfScore.write': { editor: [true, false], manager: [true, false] },
  'assessment.write': { assessor: [false, true] },
  'round.request': { editor: [true, false], manager: [true, false] },
  'round.manage': { moderator: [false, true] },
  'contest.decide': { moderator: [false, true] },
  'post.moderate': { moderator: [false, true] },
  'obstacle.curate': { editor: [true, false], manager: [true, false], moderator: [true, true] },
  'figures.manage': { moderator: [true, true], administrator: [true, true] },
  'policy.write': { editor: [true, false], manager: [true, false] },
  'reaction.write': {
    member: [true, false],
    assessor: [true, false],
    editor: [true, false],
    manager: [true, false],
  },
  'measurement.write': { editor: [true, false], manager: [true, false] },
  'people.manage': { manager: [true, false], administrator: [true, true] },
  'organisation.manage': { manager: [true, false], administrator: [true, true] },
  'organisation.register': { administrator: [true, true] },
  'account.manage': { administrator: [true, true] },
  'settings.manage': { administrator: [true, true] },
  'audit.read': { administrator: [true, true] },
  'vocabulary.manage': { administrator: [true, true] },
}
const actions = Object.keys(RIGHTS) as Action[]

describe('the table of rights', () => {
  for (const action of actions) {
    for (const role of roles) {
      const [own, other] = expected[action][role] ?? [false, false]
      it(`${own ? 'lets' : 'refuses'} ${role} ${action} on the own side`, () => {
        // A platform role reaches the own side by sharing a region.
        expect(
          hasRight(withRole(role), action, { organisationId: 'own', sharesRegion: true }),
        ).toBe(own)
      })
      it(`${other ? 'lets' : 'refuses'} ${role} ${action} on the other side`, () => {
        expect(hasRight(withRole(role), action, { organisationId: 'other' })).toBe(other)
      })
    }
  }

  it('refuses visitors and people without a role everything', () => {
    for (const action of actions) {
      for (const organisationId of ['own', 'other']) {
        expect(hasRight(null, action, { organisationId })).toBe(false)
        expect(hasRight(actor([]), action, { organisationId })).toBe(false)
      }
    }
  })

  it('gives someone of the same region but another organisation neither editing nor judging', () => {
    const neighbour = actor([
      ['neighbour', 'editor'],
      ['neighbour', 'assessor'],
    ])
    const target = { organisationId: 'own', sharesRegion: true }
    expect(hasRight(neighbour, 'initiative.write', target)).toBe(false)
    expect(hasRight(neighbour, 'assessment.write', target)).toBe(false)
  })

  it('never lets a role elsewhere count on the own side, nor a moderator review the own organisation', () => {
    const both = actor(
      [
        ['own', 'assessor'],
        ['elsewhere', 'editor'],
      ],
      ['moderator'],
    )
    expect(hasRight(both, 'initiative.write', { organisationId: 'own' })).toBe(false)
    expect(hasRight(both, 'initiative.review', { organisationId: 'own' })).toBe(false)
    expect(hasRight(both, 'initiative.review', { organisationId: 'other' })).toBe(true)
  })
})

describe('questions about a person', () => {
  const editor = actor([['own', 'editor']])

  it('know the organisation and the role in it', () => {
    expect(actsForOrganisation(editor, 'own')).toBe(true)
    expect(actsForOrganisation(editor, 'own', ['manager'])).toBe(false)
    expect(actsForOrganisation(editor, 'other')).toBe(false)
    expect(actsForOrganisation(editor, 'own', ['editor', 'manager'])).toBe(true)
    expect(actsForOrganisation(editor, 'own', ['assessor'])).toBe(false)
    expect(actsForOrganisation(null, 'own', ['editor'])).toBe(false)
  })

  it('know the platform roles', () => {
    expect(isModerator(actor([], ['moderator']))).toBe(true)
    expect(isModerator(actor([], ['administrator']))).toBe(false)
    expect(isAdministrator(actor([], ['administrator']))).toBe(true)
    expect(isModerator(null) || isAdministrator(null)).toBe(false)
  })
})
