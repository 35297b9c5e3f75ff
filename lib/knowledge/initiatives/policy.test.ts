import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/people/accounts/types'
import { canConfirm } from './policy'

const actor = (role: 'editor' | 'manager' | 'assessor', organisationId = 'own'): Actor =>
  ({
    userId: 'u',
    name: 'n',
    email: 'e',
    isExample: false,
    constituency: 'other',
    memberships: [{ organisationId, role }],
    platformRoles: [],
    regionIds: [],
  }) as unknown as Actor
const target = { initiativeId: 'i', organisationId: 'own', isPublished: true }

describe('canConfirm', () => {
  it.each([
    ['editor', true],
    ['manager', true],
    ['assessor', false],
  ] as const)('lets a %s of the owner: %s', (role, expected) => {
    expect(canConfirm(actor(role), target)).toBe(expected)
  })

  it('lets nobody else, and nothing that is not public', () => {
    expect(canConfirm(null, target)).toBe(false)
    expect(canConfirm(actor('editor', 'other'), target)).toBe(false)
    expect(canConfirm({ ...actor('assessor'), platformRoles: ['moderator'] }, target)).toBe(false)
    expect(canConfirm(actor('editor'), { ...target, isPublished: false })).toBe(false)
  })
})
