import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/types'
import { canContact } from './policy'

const actor = (organisationId: string | null): Actor => ({
  userId: 'u', name: 'N', email: 'n@voorbeeld.nl', isExample: false, constituency: null, platformRoles: [], regionIds: [],
  memberships: organisationId === null ? [] : [{ organisationId, organisationName: 'O', role: 'editor', regionId: null }],
})

describe('who writes to a contact person', () => {
  it.each([['someone of another organisation', actor('other'), true], ['someone without an organisation', actor(null), true], ['a colleague', actor('own'), false], ['a visitor', null, false]] as const)('%s', (_, who, may) => {
    expect(canContact(who, { organisationId: 'own' })).toBe(may)
  })
})
