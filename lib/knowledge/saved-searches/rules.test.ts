import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FACETS, type Facet, type FacetValue } from '@/lib/knowledge/search/types'
import { storedParameters, MAX_NAME, rawParameters, searchLabels, suggestedName } from './rules'

const known = (_: Facet, value: string) => (/^[a-z]+$/.test(value) ? value : null)
const empty = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
  Facet,
  FacetValue[]
>
const values = {
  ...empty,
  targetGroup: [
    {
      slug: 'statushouders',
      code: null,
      labelNl: 'Statushouders',
      labelEn: 'Status holders',
      parent: null,
    },
  ],
}

describe('storedParameters', () => {
  it('gives equal searches equal texts, whatever their order or page', () => {
    const one = storedParameters('doelgroep=b&doelgroep=a&q=werk&pagina=3', known)
    expect(one).toBe('q=werk&doelgroep=a&doelgroep=b')
    expect(storedParameters('q=werk&doelgroep=a&doelgroep=b', known)).toBe(one)
  })

  it('leaves out what means nothing, and keeps nothing when nothing is left', () => {
    expect(storedParameters('doelgroep=a&doelgroep=%3Cb%3E&spam=1', known)).toBe('doelgroep=a')
    for (const text of ['', 'pagina=2', 'doelgroep=1', 'q=%20'])
      expect(storedParameters(text, known)).toBeNull()
  })

  it('keeps nothing that is too long for the database', () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `doelgroep=${String.fromCharCode(97 + (index % 26)).repeat(1 + index)}`,
    ).join('&')
    expect(storedParameters(many, known)).toBeNull()
  })

  it('never breaks, and reads back its own text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const stored = storedParameters(text, known)
        return stored === null || storedParameters(stored, known) === stored
      }),
    )
  })
})

describe('rawParameters', () => {
  it('makes a list of a repeated key', () => {
    expect(rawParameters('a=1&b=2&a=3')).toEqual({ a: ['1', '3'], b: '2' })
  })
})

describe('searchLabels', () => {
  it('tells what was typed and chosen in the language of the reader', () => {
    expect(searchLabels('q=techniek&doelgroep=statushouders', values, known, 'nl')).toEqual([
      '‘techniek’',
      'Statushouders',
    ])
    expect(searchLabels('doelgroep=statushouders&sector=zorg', values, known, 'en')).toEqual([
      'Status holders',
      'zorg',
    ])
  })
})

describe('suggestedName', () => {
  it('is short enough to keep', () => {
    expect(suggestedName(['‘techniek’', 'Statushouders'])).toBe('techniek, Statushouders')
    expect(suggestedName(['x'.repeat(300)])).toHaveLength(MAX_NAME)
  })
})
