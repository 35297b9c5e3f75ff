import { describe, expect, it } from 'vitest'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import { mayReview, reviewerNames, type Reviewer } from './reviewers.rules'

const graph = buildRegionGraph([
  { id: 'brabant', type: 'province', parentIds: [] },
  { id: 'midden-brabant', type: 'labour_market', parentIds: ['brabant'] },
  { id: 'twente', type: 'labour_market', parentIds: [] },
])
const moderator = (id: string, ...organisations: [string, string | null][]): Reviewer => ({
  id,
  organisations: organisations.map(([name, regionId]) => ({ id: name, name, regionId })),
})
const target = { organisationId: 'eigen', createdById: 'maker', regionIds: ['midden-brabant'] }

describe('who is asked to decide', () => {
  it.each([
    ['of another region', moderator('m', ['ander', 'twente']), true],
    ['without an organisation', moderator('m'), true],
    ['of the owner', moderator('m', ['eigen', 'twente']), false],
    ['of the owner besides another', moderator('m', ['ander', 'twente'], ['eigen', null]), false],
    ['of another organisation in the region', moderator('m', ['buur', 'midden-brabant']), false],
    ['of the province around the region', moderator('m', ['provincie', 'brabant']), false],
    ['who made it', moderator('maker', ['ander', 'twente']), false],
  ])('a moderator %s: %s', (_, one, asked) => {
    expect(mayReview(one, target, graph)).toBe(asked)
  })

  it('names each organisation once', () => {
    expect(
      reviewerNames([
        moderator('a', ['Zuid', null], ['Ambt', null]),
        moderator('b', ['Zuid', null]),
      ]),
    ).toEqual(['Ambt', 'Zuid'])
  })
})
