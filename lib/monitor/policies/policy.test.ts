import { describe, expect, it } from 'vitest'
import type { Actor, MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { canMeasure } from '@/lib/judgement/measurements/policy'
import { buildRegionGraph, type RegionNode } from '@/lib/base/regions/rules'
import { canEditMonitor, canEditRegionPolicy, owningOrganisation } from './policy'

const node = (id: string, type: RegionNode['type'], ...parentIds: string[]): RegionNode => ({
  id,
  type,
  parentIds,
})
const graph = buildRegionGraph([
  node('nl', 'country'),
  node('ser', 'ser'),
  node('province', 'province', 'ser'),
  node('labour', 'labour_market', 'province', 'ser'),
  node('town', 'municipality', 'labour', 'province'),
  node('other', 'labour_market'),
])

const actor = (
  memberships: [organisationId: string, role: MembershipRole, regionId: string | null][],
  platformRoles: PlatformRoleName[] = [],
): Actor => ({
  userId: 'u',
  name: 'n',
  email: 'e',
  isExample: false,
  constituency: null,
  platformRoles,
  regionIds: [],
  memberships: memberships.map(([organisationId, role, regionId]) => ({
    organisationId,
    organisationName: organisationId,
    role,
    regionId,
  })),
})

const target = { organisationId: 'owner' }

describe('who pairs an initiative with policy and measures it', () => {
  it.each<[string, Actor | null, boolean]>([
    ['a visitor', null, false],
    ['an editor of the owner', actor([['owner', 'editor', 'labour']]), true],
    ['a manager of the owner', actor([['owner', 'manager', 'labour']]), true],
    ['an assessor of the owner', actor([['owner', 'assessor', 'labour']]), false],
    [
      'an editor of another organisation in the same region',
      actor([['board', 'editor', 'labour']]),
      false,
    ],
    ['an editor of the council above', actor([['council', 'editor', 'ser']]), false],
    ['an editor elsewhere', actor([['else', 'editor', 'other']]), false],
    [
      'someone who assesses for the owner and edits elsewhere',
      actor([
        ['owner', 'assessor', 'labour'],
        ['else', 'editor', 'other'],
      ]),
      false,
    ],
    ['a moderator', actor([], ['moderator']), false],
    ['an administrator', actor([], ['administrator']), false],
  ])('%s: %#', (_, who, allowed) => {
    expect(canEditMonitor(who, target)).toBe(allowed)
    expect(canMeasure(who, target)).toBe(allowed)
  })
})

describe('who writes the goals and measures of a region', () => {
  it.each<[string, Actor | null, string, boolean]>([
    ['a visitor', null, 'labour', false],
    ['an editor for the region', actor([['board', 'editor', 'labour']]), 'labour', true],
    ['a manager for the region', actor([['board', 'manager', 'labour']]), 'labour', true],
    ['an assessor for the region', actor([['board', 'assessor', 'labour']]), 'labour', false],
    ['an editor for the council above', actor([['council', 'editor', 'ser']]), 'labour', true],
    [
      'an editor for the region, of the council above',
      actor([['board', 'editor', 'labour']]),
      'ser',
      false,
    ],
    [
      'an editor for the region, of the province above',
      actor([['board', 'editor', 'labour']]),
      'province',
      false,
    ],
    ['an editor for another region', actor([['else', 'editor', 'other']]), 'labour', false],
    ['an editor for a town in the region', actor([['town', 'editor', 'town']]), 'labour', true],
    [
      'an editor for a town, of its province',
      actor([['town', 'editor', 'town']]),
      'province',
      false,
    ],
    [
      'an editor for the council and a town, of the province',
      actor([
        ['council', 'editor', 'ser'],
        ['town', 'editor', 'town'],
      ]),
      'province',
      true,
    ],
    ['an editor without a region', actor([['lost', 'editor', null]]), 'labour', false],
    ['a moderator', actor([], ['moderator']), 'labour', false],
    [
      'an editor, of a region that does not exist',
      actor([['board', 'editor', 'labour']]),
      'nowhere',
      false,
    ],
  ])('%s: %#', (_, who, regionId, allowed) => {
    expect(canEditRegionPolicy(who, { regionId }, graph)).toBe(allowed)
  })

  it('gives a new goal to the organisation nearest to the region', () => {
    const both = actor([
      ['council', 'editor', 'ser'],
      ['board', 'editor', 'labour'],
    ])
    expect(owningOrganisation(both, 'labour', graph)).toBe('board')
    expect(owningOrganisation(both, 'province', graph)).toBe('council')
    expect(owningOrganisation(actor([['board', 'assessor', 'labour']]), 'labour', graph)).toBeNull()
  })
})
