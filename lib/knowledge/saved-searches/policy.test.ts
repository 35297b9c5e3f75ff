import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/people/accounts/types'
import { canUseSearch } from './policy'

const actor = (userId: string, over: Partial<Actor> = {}): Actor => ({
  userId,
  name: 'Iemand',
  email: 'iemand@voorbeeld.nl',
  isExample: false,
  constituency: null,
  memberships: [],
  platformRoles: [],
  regionIds: [],
  ...over,
})

describe('canUseSearch', () => {
  it.each([
    ['the owner', actor('a'), true],
    ['someone else', actor('b'), false],
    ['an administrator', actor('b', { platformRoles: ['administrator', 'moderator'] }), false],
    ['a visitor', null, false],
  ])('%s: %s', (_, reader, allowed) => {
    expect(canUseSearch(reader, { userId: 'a' })).toBe(allowed)
  })
})
