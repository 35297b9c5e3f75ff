import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { canCreate, canDecide, canEdit, canRead, canWithdraw } from './policy'
import type { RevisionStatus } from './types'

const OWN = 'own-organisation'

function person(
  role: MembershipRole | null,
  organisationId: string,
  platformRoles: PlatformRoleName[] = [],
): Actor {
  const memberships = role
    ? [{ organisationId, organisationName: 'Organisatie', role, regionId: null }]
    : []
  return {
    userId: `user-${role ?? 'none'}-${organisationId}`,
    name: 'Test',
    email: 'test@voorbeeld.nl',
    isExample: false,
    constituency: null,
    memberships,
    platformRoles,
    regionIds: [],
  }
}

const people = {
  guest: null,
  editor: person('editor', OWN),
  manager: person('manager', OWN),
  assessor: person('assessor', OWN),
  otherEditor: person('editor', 'other-organisation'),
  administrator: person(null, OWN, ['administrator']),
  moderator: person(null, OWN, ['moderator']),
  moderatorOfOwner: person('editor', OWN, ['moderator']),
}

type Who = keyof typeof people

const everyone = Object.keys(people) as Who[]
const who = (can: (actor: Actor | null) => boolean) => everyone.filter((name) => can(people[name]))
const target = (status: RevisionStatus, createdById: string | null = null) => ({
  organisationId: OWN,
  status,
  createdById,
})
const ownEditors: Who[] = ['editor', 'manager', 'moderatorOfOwner']

describe('rights on a version', () => {
  it('lets editors and managers of the organisation start one', () => {
    expect(who((actor) => canCreate(actor, OWN))).toEqual(ownEditors)
  })

  it.each<[RevisionStatus, Who[]]>([
    ['draft', ownEditors],
    ['returned', ownEditors],
    ['submitted', []],
    ['published', []],
    ['superseded', []],
  ])('lets %s be changed by %j', (status, expected) => {
    expect(who((actor) => canEdit(actor, target(status)))).toEqual(expected)
  })

  it('hides drafts from moderators and shows them what was submitted', () => {
    expect(who((actor) => canRead(actor, target('draft')))).toEqual(ownEditors)
    expect(who((actor) => canRead(actor, target('submitted')))).toEqual([
      'editor',
      'manager',
      'moderator',
      'moderatorOfOwner',
    ])
  })

  it('lets the own organisation take back what was submitted', () => {
    expect(who((actor) => canWithdraw(actor, target('submitted')))).toEqual(ownEditors)
    expect(who((actor) => canWithdraw(actor, target('published')))).toEqual([])
  })

  it('lets only a moderator without a tie decide, and only on what was submitted', () => {
    expect(who((actor) => canDecide(actor, target('submitted')))).toEqual(['moderator'])
    for (const status of ['draft', 'returned', 'published', 'superseded'] as const)
      expect(who((actor) => canDecide(actor, target(status)))).toEqual([])
  })

  it('refuses a moderator to decide on a version of their own hand', () => {
    expect(canDecide(people.moderator, target('submitted', people.moderator.userId))).toBe(false)
  })
})
