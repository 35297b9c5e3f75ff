import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/people/accounts/types'
import { canEditCollection } from './policy'
import { moved } from './rules'

const actor = (role: 'editor' | 'manager' | 'assessor', organisationId: string): Actor => ({
  userId: 'u',
  name: 'U',
  email: 'u@voorbeeld.nl',
  isExample: true,
  constituency: null,
  regionIds: [],
  platformRoles: [],
  memberships: [{ organisationId, organisationName: organisationId, regionId: null, role }],
})

describe('canEditCollection', () => {
  it.each([
    ['editor', 'own', true],
    ['manager', 'own', true],
    ['assessor', 'own', false],
    ['editor', 'other', false],
  ] as const)('%s of %s: %s', (role, organisationId, may) => {
    expect(canEditCollection(actor(role, organisationId), { organisationId: 'own' })).toBe(may)
  })

  it('refuses a visitor', () => {
    expect(canEditCollection(null, { organisationId: 'own' })).toBe(false)
  })
})

describe('moved', () => {
  it('changes places with a neighbour and leaves the ends alone', () => {
    expect(moved(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, 'up')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 'down')).toEqual(['a', 'b'])
  })
})
