import { describe, expect, it } from 'vitest'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import { canDecideContest } from './policy'

const graph = buildRegionGraph([
  { id: 'midden-brabant', type: 'labour_market', parentIds: [] },
  { id: 'tilburg', type: 'municipality', parentIds: ['midden-brabant'] },
  { id: 'overijssel', type: 'province', parentIds: [] },
  { id: 'zwolle', type: 'labour_market', parentIds: ['overijssel'] },
  { id: 'drenthe', type: 'labour_market', parentIds: [] },
])
const sides = {
  contesterId: 'contester',
  ownerOrganisationId: 'owner',
  ownerRegionIds: ['midden-brabant'],
  contesterOrganisationId: 'asker',
  contesterRegionIds: ['zwolle'],
  judgeIds: ['judge'],
  judgeOrganisationIds: ['panel'],
}
const moderator = (organisationId?: string, regionId?: string, userId = 'moderator') => ({
  userId,
  platformRoles: ['moderator' as const],
  memberships:
    organisationId === undefined
      ? []
      : [
          {
            organisationId,
            organisationName: organisationId,
            role: 'member' as const,
            regionId: regionId ?? null,
          },
        ],
})
const decides = (...args: Parameters<typeof moderator>) =>
  canDecideContest(moderator(...args), sides, graph)

describe('who decides on a contest', () => {
  it('is a moderator of another region, or of none', () => {
    expect(decides('far', 'drenthe')).toBe(true)
    expect(decides()).toBe(true)
    expect(canDecideContest({ ...moderator(), platformRoles: [] }, sides, graph)).toBe(false)
    expect(canDecideContest(null, sides, graph)).toBe(false)
  })

  it('is never of the organisation or region of the owner', () => {
    expect(decides('owner', 'drenthe')).toBe(false)
    expect(decides('neighbour', 'tilburg')).toBe(false)
  })

  it('is never the contester, nor of their organisation or region', () => {
    expect(decides('far', 'drenthe', 'contester')).toBe(false)
    expect(decides('asker', 'drenthe')).toBe(false)
    expect(decides('neighbour', 'overijssel')).toBe(false)
  })

  it('is nobody who judged, nor whose organisation did', () => {
    expect(decides('far', 'drenthe', 'judge')).toBe(false)
    expect(decides('panel', 'drenthe')).toBe(false)
  })

  it('does not depend on a contester without an organisation', () => {
    const alone = { ...sides, contesterOrganisationId: null, contesterRegionIds: [] }
    expect(canDecideContest(moderator('x', 'overijssel'), alone, graph)).toBe(true)
  })
})
