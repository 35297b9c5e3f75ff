import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  htmlBody,
  isSitePath,
  isWanted,
  MAX_ATTEMPTS,
  plainBody,
  subjectLine,
  waitMinutes,
} from './rules'

describe('subjectLine', () => {
  it('makes one line of what someone typed', () => {
    expect(subjectLine('Vraag\r\nBcc: ander@voorbeeld.nl')).toBe('Vraag Bcc: ander@voorbeeld.nl')
    expect(subjectLine('  Nieuw   in Twente ')).toBe('Nieuw in Twente')
  })

  it('cuts a long title with an ellipsis', () => {
    expect(subjectLine('a'.repeat(200))).toHaveLength(200)
    expect(subjectLine('a'.repeat(201))).toMatch(/a…$/)
    expect(subjectLine('a'.repeat(201))).toHaveLength(200)
  })

  it('never holds a control character, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.uint16Array({ maxLength: 60 }),
        (codes) => !/[\p{Cc}\u2028\u2029]/u.test(subjectLine(String.fromCharCode(...codes))),
      ),
    )
  })
})

describe('isSitePath', () => {
  it.each(['/', '/werkplek/berichten', '/initiatieven/rangeerterrein?versie=2#monitor'])(
    'takes %s',
    (path) => {
      expect(isSitePath(path)).toBe(true)
    },
  )

  it.each([
    '',
    'werkplek',
    '//ander.nl',
    '/\\ander.nl',
    'https://ander.nl/',
    '/a b',
    '/a\r\nBcc:',
    'javascript:alert(1)',
  ])('refuses %j', (path) => {
    expect(isSitePath(path)).toBe(false)
  })
})

describe('waitMinutes', () => {
  it('waits longer each time, half a day at most, and gives up after the last attempt', () => {
    expect([1, 2, 3, 4].map(waitMinutes)).toEqual([2, 4, 8, 16])
    expect(waitMinutes(MAX_ATTEMPTS - 1)).toBe(720)
    expect(waitMinutes(MAX_ATTEMPTS)).toBeNull()
  })
})

describe('isWanted', () => {
  it('sends what waits on a person until they refuse, and the digest only when asked for', () => {
    expect([
      isWanted('contact-request', undefined),
      isWanted('contact-request', 'never'),
      isWanted('digest', undefined),
      isWanted('digest', 'weekly'),
      isWanted('contact-request', 'weekly'),
      isWanted('followed-news', undefined),
      isWanted('followed-news', 'now'),
      isWanted('account-reset', 'never'),
    ]).toEqual([true, false, false, true, false, false, true, true])
  })
})

describe('the bodies of a mail', () => {
  const parts = {
    siteName: 'Kennis & Kunde',
    subject: 'A & B',
    text: 'Een <b>regel</b>\ntwee\n\nhttps://site.test/regios\n\nhttps://ander.test/x',
    site: 'https://site.test',
    link: 'https://site.test/werkplek?a=1&b="2"',
    unsubscribe: 'https://site.test/stop',
    labels: { open: 'Ga', why: 'Waarom', stop: 'Stop' },
  }

  it('says the same in both, with what people typed as text', () => {
    expect(plainBody(parts)).toContain('Een <b>regel</b>\ntwee')
    expect(htmlBody(parts)).toContain('<header>Kennis &#38; Kunde</header>')
    expect(htmlBody(parts)).toContain('<p>Een &#60;b&#62;regel&#60;/b&#62;<br>twee</p>')
    expect(htmlBody(parts)).toContain('href="https://site.test/werkplek?a=1&#38;b=&#34;2&#34;"')
  })

  it('makes links of addresses of this site alone', () => {
    expect(htmlBody(parts)).toContain('<a href="https://site.test/regios">')
    expect(htmlBody(parts)).not.toContain('href="https://ander.test')
  })
})
