import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '@/messages'
import {
  accentCss,
  accentProblems,
  accents,
  contrast,
  mailDomain,
  mailSender,
  nameMessages,
  nearestAccent,
  secondFactorRoles,
  THEMES,
  toSettings,
} from './rules'

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')
const block = (selector: string) => {
  const text = /\{([^}]*)\}/.exec(css.slice(css.indexOf(selector)))?.[1] ?? ''
  return (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1]
}

describe('the colours that an accent stands on', () => {
  it.each([
    ['light', ':root {'],
    ['dark', ":root[data-theme='dark'] {"],
  ] as const)('are those of the %s theme', (theme, selector) => {
    const token = block(selector)
    const { backs, onWash, onAccent } = THEMES[theme]
    expect(new Set(backs)).toEqual(new Set(['paper', 'wash', 'raised'].map(token)))
    expect(onWash).toEqual([token('ink'), token('muted')])
    expect(onAccent).toBe(token('on-green'))
  })
})

describe('an accent', () => {
  it('measures as the standard does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('of the application itself passes', () => {
    expect(accentProblems('#14594a')).toEqual([])
  })

  it.each(['#ffff00', '#e3b93c', '#ffffff', '#7a7a7a', '#ff8800', '#1e90ff'])(
    'that is too pale is refused with one that passes: %s',
    (colour) => {
      expect(accentProblems(colour)[0]).toMatchObject({ theme: 'light' })
      expect(accentProblems(nearestAccent(colour))).toEqual([])
    },
  )

  it('keeps a colour that passes as it is', () => {
    expect(nearestAccent('#14594a')).toBe('#14594a')
    expect(nearestAccent('#003399')).toBe('#003399')
  })

  it.each(Array.from({ length: 12 }, (_, n) => n * 30))(
    'reads well in both themes when it is proposed, at hue %i',
    (hue) => {
      const hex = `#${['ff', '80', '00']
        .map((_, at) =>
          Math.round(127 + 127 * Math.cos(((hue + at * 120) * Math.PI) / 180))
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
      const { light, dark } = accents(nearestAccent(hex))
      for (const [theme, one] of [
        ['light', light],
        ['dark', dark],
      ] as const) {
        for (const back of [...THEMES[theme].backs, one.wash])
          expect(contrast(one.green, back)).toBeGreaterThanOrEqual(4.5)
        for (const back of [one.green, one.deep])
          expect(contrast(one.onGreen, back)).toBeGreaterThanOrEqual(4.5)
        for (const front of [one.deep, ...THEMES[theme].onWash])
          expect(contrast(front, one.wash)).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it('becomes a style sheet of colours alone, for each way to choose a theme', () => {
    expect(accentCss('')).toBe('')
    const sheet = accentCss('#003399')
    expect(sheet).toContain(':root:root{--green:#003399;')
    expect(sheet.match(/--green:/g)).toHaveLength(3)
    expect(sheet).not.toMatch(/[<>&]/)
  })
})

describe('settings', () => {
  const none = toSettings(new Map())

  it('have defaults, also for what cannot be read', () => {
    expect(none).toMatchObject({
      identity: { name: '', accent: '' },
      retention: { sessions: 30, submissions: 2 },
      languages: { english: true },
    })
    expect(secondFactorRoles(none)).toEqual(['moderator', 'administrator', 'manager'])
    expect(
      toSettings(
        new Map<string, unknown>([
          ['retention', { sessions: 9_999 }],
          ['identity', 'x'],
          ['languages', { english: false }],
        ]),
      ),
    ).toMatchObject({
      retention: none.retention,
      identity: none.identity,
      languages: { english: false },
    })
  })
})

describe('the name', () => {
  it('stands wherever the application names itself', () => {
    const named = nameMessages(messages.nl, 'Kennisbank Oost')
    expect(named.shell.siteName).toBe('Kennisbank Oost')
    expect(JSON.stringify(named)).not.toContain('Praktijkbank')
    expect(
      nameMessages(['een ', { b: 'Praktijkbank Ongekend Talent' }, 3, null], 'X $& Y'),
    ).toEqual(['een ', { b: 'X $& Y' }, 3, null])
    expect(nameMessages(messages.nl, '')).toBe(messages.nl)
  })
})

describe('the sender of mail', () => {
  const FROM = 'Praktijkbank <post@bank.example>'
  const sender = (senderName: string, senderAddress: string, from = FROM) =>
    mailSender({ senderName, senderAddress }, from)

  it('is what the environment says without a setting', () => {
    expect(sender('', '')).toBe(FROM)
  })

  it('takes a name, and an address of the same domain', () => {
    expect(sender('Kennisbank', '')).toEqual({ name: 'Kennisbank', address: 'post@bank.example' })
    expect(sender('', 'team@BANK.example')).toEqual({
      name: 'Praktijkbank',
      address: 'team@BANK.example',
    })
  })

  it('never takes an address of another domain', () => {
    for (const address of ['x@elders.example', 'x@sub.bank.example', 'x@bank.example.evil.test'])
      expect(sender('', address)).toBe(FROM)
    expect(sender('Naam', 'x@elders.example')).toEqual({
      name: 'Naam',
      address: 'post@bank.example',
    })
  })

  it('knows the domain in each form', () => {
    expect(mailDomain('"A, B" <a@b.example>')).toBe('b.example')
    expect(mailDomain('a@b.example')).toBe('b.example')
    expect(mailDomain('geen adres')).toBe('')
  })
})
