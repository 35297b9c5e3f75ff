import { describe, expect, it } from 'vitest'
import { contactEmail, freePosition, MAX_CONTACTS, nearestFirst } from './rules'

const about = { kind: 'initiative', title: 'Rangeerterrein' } as const

describe('what the contact person reads', () => {
  it('says who writes, in whose name, and where the answer goes', () => {
    const { subject, text } = contactEmail({
      about,
      contact: 'Eva',
      sender: 'Tom',
      organisation: 'SER Overijssel',
      message: 'Wat kost het?',
    })
    expect(subject).toBe('Bericht over "Rangeerterrein"')
    expect(text).toContain(
      'Tom van SER Overijssel schrijft u over "Rangeerterrein":\n\nWat kost het?',
    )
    expect(text).toContain('uw antwoord gaat naar Tom')
  })

  it('names the person alone when there is no organisation', () => {
    expect(
      contactEmail({ about, contact: 'Eva', sender: 'Tom', organisation: null, message: 'M' }).text,
    ).toContain('\n\nTom schrijft u')
  })

  it('says for which region it came', () => {
    const { subject, text } = contactEmail({
      about: { kind: 'region', title: 'Zeeland' },
      contact: 'Eva',
      sender: 'Tom',
      organisation: null,
      message: 'M',
    })
    expect(subject).toBe('Bericht aan de contactpersoon van Zeeland')
    expect(text).toContain('Tom schrijft u als contactpersoon van Zeeland:\n\nM')
  })
})

describe('the places of a region', () => {
  it.each([
    [[], 1],
    [[1], 2],
    [[1, 3], 2],
    [[2, 3], 1],
    [[1, 2, 3], null],
  ] as const)('taken %j gives %s', (taken, free) => {
    expect(freePosition(taken)).toBe(free)
  })

  it('are three', () => {
    expect(freePosition(Array.from({ length: MAX_CONTACTS - 1 }, (_, index) => index + 1))).toBe(
      MAX_CONTACTS,
    )
  })
})

describe('who helps where nobody stands', () => {
  it('is the nearest, and never the country or a part of it', () => {
    const regions = (
      ['country', 'landsdeel', 'ser', 'province', 'ggd', 'labour_market'] as const
    ).map((type) => ({ type }))
    expect(nearestFirst(regions).map(({ type }) => type)).toEqual([
      'labour_market',
      'province',
      'ser',
    ])
  })
})
