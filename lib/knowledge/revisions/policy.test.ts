import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import { canCreate, canDecide, canEdit, canRead, canReview, canWithdraw } from './policy'
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
  regionIds: [],
})
const graph = buildRegionGraph([
  { id: 'brabant', type: 'province', parentIds: [] },
  { id: 'midden-brabant', type: 'labour_market', parentIds: ['brabant'] },
  { id: 'tilburg', type: 'municipality', parentIds: ['midden-brabant'] },
  { id: 'twente', type: 'labour_market', parentIds: [] },
])
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
    expect(who((actor) => canDecide(actor, target('submitted'), graph))).toEqual(['moderator'])
    for (const status of ['draft', 'returned', 'published', 'superseded'] as const)
      expect(who((actor) => canDecide(actor, target(status), graph))).toEqual([])
  })

  it('refuses a moderator to decide on a version of their own hand', () => {
    const own = target('submitted', people.moderator.userId)
    expect(canDecide(people.moderator, own, graph)).toBe(false)
  })

  it.each<[string, [string, string | null, string[]?][], boolean]>([
    ['of another region', [['ander', 'twente']], true],
    ['without an organisation', [], true],
    ['of the owner', [[OWN, 'twente']], false],
    [
      'of the owner besides another',
      [
        ['ander', 'twente'],
        [OWN, null],
      ],
      false,
    ],
    ['of another organisation in the region', [['buur', 'midden-brabant']], false],
    [
      'of an organisation that works there besides',
      [['ander', 'twente', ['midden-brabant']]],
      false,
    ],
    ['of the province around the region', [['provincie', 'brabant']], false],
    ['of a municipality in the region', [['gemeente', 'tilburg']], false],
  ])('lets a moderator %s decide: %#', (_, organisations, expected) => {
    const moderator: Actor = {
      ...people.moderator,
      memberships: organisations.map(([organisationId, regionId, alsoRegionIds = []]) => ({
        organisationId,
        organisationName: organisationId,
        role: 'member',
        regionId,
        alsoRegionIds,
      })),
    }
    const there = { ...target('submitted'), regionIds: ['midden-brabant'] }
    expect(canDecide(moderator, there, graph)).toBe(expected)
    expect(canReview(moderator, there, graph)).toBe(expected)
  })

  it('asks nobody without the role, wherever they work', () => {
    const there = { ...target('submitted'), regionIds: ['midden-brabant'] }
    expect(who((actor) => canReview(actor, there, graph))).toEqual(['moderator'])
  })
})
