import { describe, expect, it } from 'vitest'
import { checklist, isPublicAddress } from './rules'
import type { InstallationFacts } from './types'

const READY: InstallationFacts = {
  origin: 'https://praktijkbank.example.nl',
  hasMailServer: true,
  sentMails: 1,
  administrators: 2,
  organisations: 1,
  editorOrganisations: 1,
  unmoderated: 0,
  moderators: 1,
  assessorRegions: ['r1', 'r2'],
}
const missing = (change: Partial<InstallationFacts>) =>
  checklist({ ...READY, ...change })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name)

describe('the checklist of a new installation', () => {
  it('is done when everything is there', () => {
    expect(missing({})).toEqual([])
  })

  it.each([
    ['address', { origin: 'http://localhost:3000' }],
    ['mail', { sentMails: 0 }],
    ['mail', { hasMailServer: false }],
    ['administrators', { administrators: 1 }],
    ['organisation', { organisations: 0 }],
    ['editor', { editorOrganisations: 0 }],
    ['moderator', { moderators: 0 }],
    ['moderator', { editorOrganisations: 2, unmoderated: 1 }],
    ['assessors', { assessorRegions: ['r1', 'r1'] }],
  ] as const)('misses %s alone with %j', (name, change) => {
    expect(missing(change)).toEqual([name])
  })

  it('takes only an encrypted address that is not this computer', () => {
    expect(isPublicAddress('https://x.nl')).toBe(true)
    expect(isPublicAddress('http://x.nl')).toBe(false)
    expect(isPublicAddress('https://localhost:3000')).toBe(false)
  })
})
