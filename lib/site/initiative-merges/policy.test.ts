import { describe, expect, it } from 'vitest'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import type { Actor, MembershipRole } from '@/lib/people/accounts/types'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { canMerge } from './policy'
import { mergeFault, shownPlan } from './rules'

const graph = buildRegionGraph([
  { id: 'brabant', type: 'labour_market', parentIds: [] },
  { id: 'twente', type: 'labour_market', parentIds: [] },
  { id: 'zeeland', type: 'labour_market', parentIds: [] },
])
const target = (organisationId: string, regionId: string): ClosingTarget => ({
  initiativeId: `i-${organisationId}`,
  slug: organisationId,
  title: organisationId,
  organisationId,
  organisationName: organisationId,
  isPublished: true,
  createdById: null,
  regionIds: [regionId],
  closure: null,
})
const person = (
  role: MembershipRole,
  places: readonly (readonly [string, string])[],
  isModerator = false,
): Actor => ({
  userId: 'u',
  name: 'Test',
  email: 'test@voorbeeld.nl',
  isExample: false,
  constituency: null,
  memberships: places.map(([organisationId, regionId]) => ({
    ...{ organisationId, organisationName: organisationId, role, regionId },
  })),
  platformRoles: isModerator ? ['moderator'] : [],
  regionIds: [],
})

const from = target('een', 'brabant')
const into = target('twee', 'twente')
const pair = { from, into }

describe('who may merge', () => {
  it('is the owner of both', () => {
    const owner = person('editor', [
      ['een', 'brabant'],
      ['twee', 'twente'],
    ])
    expect(canMerge(owner, pair, graph)).toBe(true)
    expect(canMerge(person('editor', [['een', 'brabant']]), pair, graph)).toBe(false)
    expect(canMerge(person('editor', [['twee', 'twente']]), pair, graph)).toBe(false)
  })

  it('is a moderator without a tie to either', () => {
    expect(canMerge(person('member', [['drie', 'zeeland']], true), pair, graph)).toBe(true)
    expect(canMerge(person('member', [['drie', 'twente']], true), pair, graph)).toBe(false)
    expect(canMerge(person('editor', [['een', 'brabant']], true), pair, graph)).toBe(false)
    expect(canMerge(null, pair, graph)).toBe(false)
  })
})

describe('two initiatives', () => {
  it('are merged when both are public and not the same', () => {
    expect(mergeFault(pair)).toBeNull()
    expect(mergeFault({ from, into: from })).toBe('mergeItself')
    expect(mergeFault({ from, into: { ...into, isPublished: false } })).toBe('mergeClosed')
  })

  it('show only what there is to move', () => {
    const shown = shownPlan({
      moves: [
        { what: 'goals', moves: 0, stays: 0 },
        { what: 'fundings', moves: 0, stays: 1 },
      ],
      stays: [
        { what: 'posts', count: 0 },
        { what: 'versions', count: 1 },
      ],
    })
    expect(shown.moves.map(({ what }) => what)).toEqual(['fundings'])
    expect(shown.stays.map(({ what }) => what)).toEqual(['versions'])
  })
})
