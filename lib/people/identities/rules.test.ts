import { describe, expect, it } from 'vitest'
import {
  decide,
  FLOW_SECONDS,
  flowText,
  hasSecondFactor,
  isOwnDomain,
  LINK_SECONDS,
  linkText,
  parseFlow,
  parseGroupMap,
  parseLink,
  readPerson,
  rightsOf,
  startAddress,
} from './rules'
import type { ProviderPerson } from './types'

const ISSUER = 'https://idp.test'
const person: ProviderPerson = {
  issuer: ISSUER,
  subject: 's',
  email: 'w@overijssel.test',
  name: 'W',
  amr: [],
  groups: [],
}

describe('groups', () => {
  const map = parseGroupMap(
    JSON.stringify({
      redactie: { organisation: 'ser-overijssel', role: 'editor' },
      alles: [{ organisation: 'ser-overijssel', role: 'editor' }, { platformRole: 'moderator' }],
    }),
  )

  it('give what the setting says, each right once, and nothing for a name it does not have', () => {
    expect(rightsOf(['redactie', 'alles', 'elders', 'constructor'], map)).toEqual([
      { organisation: 'ser-overijssel', role: 'editor' },
      { platformRole: 'moderator' },
    ])
    expect(rightsOf([], map)).toEqual([])
  })

  it.each(['{', '[]', '{"a":{"role":"editor"}}', '{"a":{"platformRole":"koning"}}'])(
    'are refused when the setting is wrong: %s',
    (text) => {
      expect(() => parseGroupMap(text)).toThrow()
    },
  )
})

describe('what the provider says', () => {
  const read = (idToken: object, userInfo: object = {}, claim = 'groups') =>
    readPerson(ISSUER, { sub: 's', ...idToken }, { ...userInfo }, claim)

  it('counts an address only when it is verified', () => {
    expect(read({ email: 'W@Overijssel.test', email_verified: true })?.email).toBe(
      'w@overijssel.test',
    )
    expect(read({ email: 'w@o.test', email_verified: 'true' })?.email).toBe('w@o.test')
    for (const verified of [false, 'false', undefined, 1, null])
      expect(read({ email: 'w@o.test', email_verified: verified })?.email).toBeNull()
    expect(read({ email: 'geen adres', email_verified: true })?.email).toBeNull()
  })

  it('takes how someone signed in from the ID token alone', () => {
    expect(read({ amr: ['pwd', 'mfa'] })?.amr).toEqual(['pwd', 'mfa'])
    expect(read({}, { amr: ['mfa'] })?.amr).toEqual([])
    expect(read({ amr: 'mfa' })?.amr).toEqual([])
  })

  it('takes groups from either, none when left out, and unknown when they are elsewhere', () => {
    expect(read({}, { groups: ['a'] })?.groups).toEqual(['a'])
    expect(read({ groups: 'a' })?.groups).toEqual(['a'])
    expect(read({})?.groups).toEqual([])
    expect(read({ _claim_names: { groups: 'src1' } })?.groups).toBeNull()
  })

  it('is nobody without a subject', () => {
    expect(readPerson(ISSUER, {}, {}, undefined)).toBeNull()
    expect(readPerson(ISSUER, { sub: '' }, {}, undefined)).toBeNull()
  })
})

describe('a second factor at the provider', () => {
  it('counts when the provider names one that is accepted', () => {
    expect(hasSecondFactor(['pwd', 'MFA'], ['mfa'])).toBe(true)
    expect(hasSecondFactor(['pwd'], ['mfa'])).toBe(false)
    expect(hasSecondFactor(['mfa'], [])).toBe(false)
  })
})

describe('which account someone gets', () => {
  const facts = { linkedTo: null, sameEmail: null, linkDomains: [], hasRights: false }

  it('is the one that was linked, whatever the address is now', () => {
    expect(decide({ ...person, email: null }, { ...facts, linkedTo: 'u', sameEmail: 'v' })).toEqual(
      {
        how: 'known',
        userId: 'u',
      },
    )
  })

  it('is that with the same address only on a domain that the provider owns', () => {
    const same = { ...facts, sameEmail: 'u', hasRights: true }
    expect(decide(person, same)).toEqual({ how: 'linkFirst' })
    expect(decide(person, { ...same, linkDomains: ['overijssel.test'] })).toEqual({
      how: 'link',
      userId: 'u',
    })
    expect(decide(person, { ...same, linkDomains: ['jssel.test', 'test'] })).toEqual({
      how: 'linkFirst',
    })
    expect(isOwnDomain('a@b.test@overijssel.test', ['b.test'])).toBe(false)
  })

  it('is new for whoever has a group that gives something, and none for others', () => {
    expect(decide(person, { ...facts, hasRights: true })).toEqual({
      how: 'create',
      email: 'w@overijssel.test',
    })
    expect(decide(person, facts)).toEqual({ how: 'unknown' })
    expect(decide({ ...person, email: null }, { ...facts, hasRights: true })).toEqual({
      how: 'noEmail',
    })
  })
})

describe('a sign-in on its way', () => {
  const now = new Date('2026-11-30T10:00:00Z')
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  const ids = {
    userId: '01960000-0000-7000-8000-000000000001',
    sessionId: '01960000-0000-7000-8000-000000000002',
  }
  const flow = {
    state: 's',
    nonce: 'n',
    verifier: 'v',
    returnTo: '/monitor',
    locale: 'nl' as const,
    linkTo: ids,
  }

  it('comes back within ten minutes, and asking to link counts for five', () => {
    expect(parseFlow(flowText(flow, now), later(FLOW_SECONDS - 1))).toEqual(flow)
    expect(parseFlow(flowText(flow, now), later(FLOW_SECONDS))).toBeNull()
    expect(parseFlow(null, now)).toBeNull()
    expect(parseLink(linkText(ids, now), later(LINK_SECONDS - 1))).toEqual(ids)
    expect(parseLink(linkText(ids, now), later(LINK_SECONDS))).toBeNull()
    expect(parseLink(null, now)).toBeNull()
  })

  it('begins at an address that keeps where one was going', () => {
    expect(startAddress({ returnTo: '/monitor?a=b', locale: 'nl' })).toBe(
      '/api/oidc/start?taal=nl&terug=%2Fmonitor%3Fa%3Db',
    )
    expect(startAddress({ returnTo: '', locale: 'en', links: true })).toBe(
      '/api/oidc/start?taal=en&doel=koppelen',
    )
  })
})
