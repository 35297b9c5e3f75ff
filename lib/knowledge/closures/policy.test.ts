import { describe, expect, it } from 'vitest'
import { buildRegionGraph } from '@/lib/base/regions/rules'
import type { Actor } from '@/lib/people/accounts/types'
import { canReopen, canSeeStanding, closingKinds } from './policy'
import type { ClosingTarget } from './types'

const graph = buildRegionGraph([
  { id: 'midden-brabant', type: 'labour_market', parentIds: [] },
  { id: 'twente', type: 'labour_market', parentIds: [] },
])

function person(roles: { editorOf?: string; moderatorIn?: string }): Actor {
  const organisationId = roles.editorOf ?? 'elsewhere'
  return {
    userId: `user-${organisationId}`,
    name: 'Test',
    email: 'test@voorbeeld.nl',
    isExample: false,
    constituency: null,
    memberships: [
      {
        organisationId,
        organisationName: organisationId,
        role: roles.editorOf === undefined ? 'member' : 'editor',
        regionId: roles.moderatorIn ?? null,
      },
    ],
    platformRoles: roles.moderatorIn === undefined ? [] : ['moderator'],
    regionIds: [],
  }
}

const owner = person({ editorOf: 'own' })
const stranger = person({ editorOf: 'other' })
const moderator = person({ moderatorIn: 'twente' })
const neighbour = person({ moderatorIn: 'midden-brabant' })

const target = (closure: Partial<ClosingTarget['closure']> | null = null): ClosingTarget => ({
  initiativeId: 'i',
  slug: 'slug',
  title: 'Titel',
  organisationId: 'own',
  organisationName: 'Eigenaar',
  isPublished: closure === null,
  createdById: null,
  regionIds: ['midden-brabant'],
  closure: closure && {
    kind: 'archived',
    reason: 'Klaar.',
    organisationId: 'own',
    organisationName: 'Eigenaar',
    closedAt: '2026-11-30T10:00:00.000Z',
    revisionId: 'r',
    ...closure,
  },
})

describe('closing an initiative', () => {
  it('lets the owner archive or withdraw, and a moderator without a tie archive alone', () => {
    expect(closingKinds(owner, target(), graph)).toEqual(['archived', 'withdrawn'])
    expect(closingKinds(moderator, target(), graph)).toEqual(['archived'])
    for (const nobody of [neighbour, stranger, null])
      expect(closingKinds(nobody, target(), graph)).toEqual([])
  })

  it('closes nothing twice', () => {
    expect(closingKinds(owner, target({}), graph)).toEqual([])
  })

  it('shows the page to whoever may decide', () => {
    for (const someone of [owner, moderator])
      expect(canSeeStanding(someone, target(), graph)).toBe(true)
    for (const nobody of [neighbour, stranger, null])
      expect(canSeeStanding(nobody, target(), graph)).toBe(false)
  })
})

describe('bringing it back', () => {
  const byEditors = { organisationId: null, organisationName: null }

  it('is for the owner, except of what the editors of the platform archived', () => {
    expect(canReopen(owner, target({}), graph)).toBe(true)
    expect(canReopen(owner, target(byEditors), graph)).toBe(false)
    expect(canReopen(moderator, target(byEditors), graph)).toBe(true)
    expect(canReopen(neighbour, target(byEditors), graph)).toBe(false)
  })

  it('of what was withdrawn is for the owner alone', () => {
    expect(canReopen(owner, target({ kind: 'withdrawn' }), graph)).toBe(true)
    expect(canReopen(moderator, target({ kind: 'withdrawn' }), graph)).toBe(false)
  })

  it('is not possible when it is public or was merged', () => {
    for (const someone of [owner, moderator]) {
      expect(canReopen(someone, target(), graph)).toBe(false)
      expect(canReopen(someone, target({ kind: 'merged' }), graph)).toBe(false)
    }
  })
})
