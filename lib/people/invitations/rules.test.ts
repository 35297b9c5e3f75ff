import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailAddress } from '@/lib/people/accounts/schema'
import {
  invitationEmail,
  invitationEnd,
  invitationState,
  isJudging,
  offeredRole,
  readAddresses,
} from './rules'
import { readRoleChoice } from './schema'

const now = new Date('2026-11-30T12:00:00Z')
const open = { expiresAt: invitationEnd(now), acceptedAt: null, revokedAt: null }

describe('the link of an invitation', () => {
  it('works for fourteen days, once, until it is withdrawn', () => {
    expect(invitationState(open, now)).toBe('open')
    expect(invitationState(open, new Date('2026-12-14T11:59:59Z'))).toBe('open')
    expect(invitationState(open, new Date('2026-12-14T12:00:00Z'))).toBe('expired')
    expect(invitationState({ ...open, acceptedAt: now }, now)).toBe('used')
    expect(invitationState({ ...open, revokedAt: now }, now)).toBe('withdrawn')
  })

  it('says who, what and until when, on the day of the Netherlands', () => {
    const email = invitationEmail({
      role: 'redacteur van SER Overijssel',
      inviter: 'Anja de Wit',
      expiresAt: new Date('2026-12-14T23:30:00Z'),
    })
    expect(email.subject).toBe('Doe mee met de Praktijkbank als redacteur van SER Overijssel')
    expect(email.text).toContain('Anja de Wit nodigt u uit')
    expect(email.text).toContain('15 december 2026')
  })
})

describe('an address', () => {
  it.each([
    ['JAN@Gemeente.NL', 'jan@gemeente.nl'],
    ['  jan+ser@x.nl ', 'jan+ser@x.nl'],
    ["d'arc@x.nl", "d'arc@x.nl"],
    ['info@münchen.de', 'info@xn--mnchen-3ya.de'],
    ['info@xn--mnchen-3ya.de', 'info@xn--mnchen-3ya.de'],
  ])('%s is %s', (typed, stored) => {
    expect(emailAddress.parse(typed)).toBe(stored)
  })

  it.each(['', 'jan', 'jan@', '@x.nl', 'jan@x', 'jan x@y.nl', 'a@b.nl,c@d.nl'])(
    '%s is none',
    (typed) => {
      expect(emailAddress.safeParse(typed).success).toBe(false)
    },
  )
})

describe('a list of addresses', () => {
  it('is read in each form that people paste, with its line', () => {
    const text =
      'Jan Jansen <jan@x.nl>\r\npiet@x.nl; kees@x.nl,\tANNA@x.nl\n\n"Els" (els@x.nl)\nmailto:bo@x.nl'
    expect(readAddresses(text, new Set())).toEqual([
      { line: 1, text: 'Jan Jansen <jan@x.nl>', email: 'jan@x.nl', fault: null },
      { line: 2, text: 'piet@x.nl', email: 'piet@x.nl', fault: null },
      { line: 2, text: 'kees@x.nl', email: 'kees@x.nl', fault: null },
      { line: 2, text: 'ANNA@x.nl', email: 'anna@x.nl', fault: null },
      { line: 4, text: '"Els" (els@x.nl)', email: 'els@x.nl', fault: null },
      { line: 5, text: 'mailto:bo@x.nl', email: 'bo@x.nl', fault: null },
    ])
  })

  it('tells each fault where it stands', () => {
    const lines = readAddresses('jan@x.nl\nE-mail\nJAN@x.nl\nlid@x.nl', new Set(['lid@x.nl']))
    expect(lines.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, 'email'],
      [3, 'twice'],
      [4, 'member'],
    ])
  })

  it('never takes an address for two people, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.emailAddress(), fc.string())), (pieces) => {
        const good = readAddresses(pieces.join('\n'), new Set()).filter(({ fault }) => !fault)
        expect(new Set(good.map(({ email }) => email)).size).toBe(good.length)
      }),
    )
  })
})

describe('an offered role', () => {
  const organisationId = '0190a6f2-1111-7000-8000-000000000001'

  it('is one in an organisation or one on the platform', () => {
    expect(readRoleChoice({ role: 'editor', organisationId })).toEqual({
      organisationId,
      role: 'editor',
      platformRole: null,
    })
    expect(readRoleChoice({ role: 'platform:moderator', organisationId: '' })).toMatchObject({
      organisationId: null,
      platformRole: 'moderator',
    })
    expect(readRoleChoice({ role: 'editor', organisationId: '' })).toBeNull()
    expect(readRoleChoice({ role: 'platform:editor', organisationId })).toBeNull()
    expect(readRoleChoice({ role: 'baas', organisationId })).toBeNull()
    expect(offeredRole({ organisationId: null, role: null, platformRole: null })).toBeNull()
  })

  it('judges others when it is of an assessor or moderator', () => {
    expect((['assessor', 'moderator'] as const).every(isJudging)).toBe(true)
    expect((['editor', 'manager', 'member', 'administrator'] as const).some(isJudging)).toBe(false)
  })
})
