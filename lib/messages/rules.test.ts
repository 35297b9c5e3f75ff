import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSitePath, subjectLine } from './rules'

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
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\u2028\u2029]/u.test(subjectLine(text))))
  })
})

describe('isSitePath', () => {
  it.each(['/', '/werkplek/berichten', '/initiatieven/rangeerterrein?versie=2#monitor'])('takes %s', (path) => {
    expect(isSitePath(path)).toBe(true)
  })

  it.each(['', 'werkplek', '//ander.nl', '/\\ander.nl', 'https://ander.nl/', '/a b', '/a\r\nBcc:', 'javascript:alert(1)'])('refuses %j', (path) => {
    expect(isSitePath(path)).toBe(false)
  })
})
