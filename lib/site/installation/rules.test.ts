import { describe, expect, it } from 'vitest'
import { checklist, isPublicAddress } from './rules'
import type { InstallationFacts } from './types'

const READY: InstallationFacts = {
  origin: 'https://praktijkbank.example.nl',
  hasMailServer: true,
  sentMails: 1,
  administrators: 2,
  organisations: 1,
  editorOrganisations: ['a'],
  moderators: [['b']],
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
    ['editor', { editorOrganisations: [] }],
    ['moderator', { moderators: [] }],
    ['moderator', { moderators: [[]] }],
    ['moderator', { moderators: [['a']] }],
    ['moderator', { editorOrganisations: ['a', 'b'] }],
    ['assessors', { assessorRegions: ['r1', 'r1'] }],
  ] as const)('misses %s alone with %j', (name, change) => {
    expect(missing(change)).toEqual([name])
  })

  it('lets one moderator of elsewhere serve several organisations', () => {
    expect(missing({ editorOrganisations: ['a', 'b'], moderators: [['c']] })).toEqual([])
    expect(missing({ editorOrganisations: ['a', 'b'], moderators: [['a'], ['b']] })).toEqual([])
  })

  it('takes only an encrypted address that is not this computer', () => {
    expect(isPublicAddress('https://x.nl')).toBe(true)
    expect(isPublicAddress('http://x.nl')).toBe(false)
    expect(isPublicAddress('https://localhost:3000')).toBe(false)
  })
})
