import { describe, expect, it } from 'vitest'
import type { Role } from './policy'
import { mustHaveFactor, pathAfterSignIn, stageEnd, stageFor } from './stage.rules'

const required: readonly Role[] = ['administrator', 'moderator', 'manager', 'editor']

describe('what comes after a right password', () => {
  it('is the factor for whoever has one, in any role and where none is required', () => {
    expect(stageFor({ hasFactor: true, roles: [] }, [])).toBe('second_factor')
    expect(stageFor({ hasFactor: true, roles: ['administrator'] }, required)).toBe('second_factor')
  })

  it('is setting one up for who publishes, moderates or administers, and nothing for others', () => {
    const stages = (
      ['administrator', 'moderator', 'manager', 'editor', 'assessor', 'member'] as const
    ).map((role) => stageFor({ hasFactor: false, roles: [role] }, required))
    expect(stages).toEqual(['enrol', 'enrol', 'enrol', 'enrol', 'complete', 'complete'])
    expect(stageFor({ hasFactor: false, roles: ['member', 'editor'] }, required)).toBe('enrol')
    expect(stageFor({ hasFactor: false, roles: [] }, required)).toBe('complete')
    expect(mustHaveFactor(['administrator'], [])).toBe(false)
  })

  it('takes a quarter of an hour for a code and an hour to set up, at most', () => {
    const now = new Date('2026-11-30T10:00:00Z')
    const end = new Date('2026-11-30T22:00:00Z')
    expect(stageEnd('complete', now, end)).toBe(end)
    expect(stageEnd('second_factor', now, end)).toEqual(new Date('2026-11-30T10:15:00Z'))
    expect(stageEnd('enrol', now, end)).toEqual(new Date('2026-11-30T11:00:00Z'))
  })

  it('leads to the right page in the right language and keeps where one was going', () => {
    expect(pathAfterSignIn('complete', '/monitor', 'nl')).toBe('/monitor')
    expect(pathAfterSignIn('complete', null, 'en')).toBe('/en/workspace')
    expect(pathAfterSignIn('second_factor', null, 'nl')).toBe('/inloggen/tweede-stap')
    expect(pathAfterSignIn('second_factor', '/monitor?a=b', 'en')).toBe(
      '/en/sign-in/second-step?terug=%2Fmonitor%3Fa%3Db',
    )
    expect(pathAfterSignIn('enrol', '/werkplek', 'nl')).toBe(
      '/inloggen/instellen?terug=%2Fwerkplek',
    )
  })
})
