import { describe, expect, it } from 'vitest'
import { lastOf, MAX_STEPS } from './addresses.rules'

describe('the address of what was merged', () => {
  it('leads to itself when nothing was merged', () => {
    expect(lastOf('een', new Map())).toBe('een')
  })

  it('leads to the last of several merges', () => {
    const next = new Map([
      ['een', 'twee'],
      ['twee', 'drie'],
    ])
    expect(lastOf('een', next)).toBe('drie')
    expect(lastOf('drie', next)).toBe('drie')
  })

  it('leads nowhere in a circle or too long a chain', () => {
    const circle = new Map([
      ['een', 'twee'],
      ['twee', 'een'],
    ])
    expect(lastOf('een', circle)).toBeNull()
    const long = new Map(
      Array.from({ length: MAX_STEPS + 2 }, (_, step) => [`${step}`, `${step + 1}`] as const),
    )
    expect(lastOf('0', long)).toBeNull()
    expect(lastOf('3', long)).toBe(`${MAX_STEPS + 2}`)
  })
})
