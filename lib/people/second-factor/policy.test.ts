import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { canConfirmReset, canRequestReset } from './policy'

const someone = actorsOf('o')
const administrator = (userId: string) => someone(null, 'o', ['administrator'], userId)

describe('taking a second factor away', () => {
  it('is asked by an administrator, never by the person', () => {
    expect(canRequestReset(administrator('a'), 'p')).toBe(true)
    expect(canRequestReset(administrator('p'), 'p')).toBe(false)
    expect(canRequestReset(someone(null, 'o', ['moderator'], 'm'), 'p')).toBe(false)
    expect(canRequestReset(someone('manager'), 'p')).toBe(false)
  })

  it('is done by another administrator, never by the person', () => {
    const request = { userId: 'p', requestedById: 'a' }
    expect(canConfirmReset(administrator('b'), request)).toBe(true)
    expect(canConfirmReset(administrator('a'), request)).toBe(false)
    expect(canConfirmReset(administrator('p'), request)).toBe(false)
    expect(canConfirmReset(someone('manager'), request)).toBe(false)
  })
})
