import { describe, expect, it } from 'vitest'
import { answerEmail, orderAnswers, questionEmail, textParts } from './rules'
import type { PublicPost } from './types'

const links = (text: string) =>
  textParts(text).flatMap(({ text: shown, href }) => (href === null ? [] : [[shown, href]]))

describe('a text cut into pieces', () => {
  it.each([
    'Geen adres',
    '',
    'www.voorbeeld.nl',
    'javascript:alert(1)',
    'data:text/html,<script>',
    'ftp://voorbeeld.nl',
    'https://',
    'https://localhost/beheer',
    'http://user:geheim@voorbeeld.nl',
    'https://ser.nl@kwaad.nl/',
    'mailto:iemand@voorbeeld.nl',
    '<a href="x">y</a>',
    '[tekst](javascript:alert(1))',
  ])('holds no link in “%s”, and loses nothing', (text) => {
    expect(links(text)).toEqual([])
    expect(
      textParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('links an address without the point, bracket or quote after it', () => {
    expect(
      links('Zie https://voorbeeld.nl/a?b=1&c=2#d. En (http://ser.nl), of "https://x.nl/"!'),
    ).toEqual([
      ['https://voorbeeld.nl/a?b=1&c=2#d', 'https://voorbeeld.nl/a?b=1&c=2#d'],
      ['http://ser.nl', 'http://ser.nl/'],
      ['https://x.nl/', 'https://x.nl/'],
    ])
    expect(links('https://voorbeeld.nl/<script>alert(1)</script>')).toEqual([
      ['https://voorbeeld.nl/', 'https://voorbeeld.nl/'],
    ])
  })

  it('shows a host in letters that look like others as what it is', () => {
    const [[shown, href] = []] = links('https://ѕer.nl/inloggen')
    expect(shown).toMatch(/^https:\/\/xn--[a-z0-9-]+\.nl\/inloggen$/)
    expect(href).toBe(shown)
  })

  it('keeps every sign of a long text', () => {
    const text = 'a https://x.nl b\n\n'.repeat(200)
    expect(
      textParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
    expect(links(text)).toHaveLength(200)
  })
})

describe('answers and letters', () => {
  const post = (id: string): PublicPost => ({
    id,
    text: id,
    author: { name: null, organisation: null },
    fromOwner: false,
    at: '2026-01-01T00:00:00.000Z',
  })

  it('put the accepted answer first', () => {
    expect(orderAnswers([post('a'), post('b'), post('c')], 'b').map(({ id }) => id)).toEqual([
      'b',
      'a',
      'c',
    ])
    expect(orderAnswers([post('a'), post('b')], null).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('say who, about what, and the words themselves', () => {
    const about = { title: 'Rangeerterrein', who: 'Noor (Gemeente)', text: 'Wat kost het?' }
    expect(questionEmail(about).text).toContain('Wat kost het?')
    expect(answerEmail(about).subject).toBe('Antwoord op uw vraag bij "Rangeerterrein"')
  })
})
