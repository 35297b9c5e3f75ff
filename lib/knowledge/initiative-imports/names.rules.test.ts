import { describe, expect, it } from 'vitest'
import { organisationLookup, termLookup } from './names.rules'
import type { KnownName } from './types'

const name = (label: string, others: string[] = []): KnownName => ({
  slug: `slug-${label.toLowerCase()}`,
  code: '',
  label,
  others,
  definition: '',
  retired: false,
})
const lookup = termLookup([
  name('Vrouwen', ['Vrouwelijke werkzoekenden']),
  name('Zij-instromers'),
  name('Ouderen', ['Senioren']),
  name('Senioren'),
])
const near = (typed: string) => {
  const read = lookup.find(typed)
  return 'wrong' in read ? read.wrong.detail?.near : read.value
}

describe('a name in a cell', () => {
  it('is found by its label, other name or code, without case, accents and hyphens', () => {
    for (const typed of ['vrouwen', 'VROUWELIJKE  werkzoekenden', 'slug-vrouwen'])
      expect(lookup.find(typed)).toEqual({ value: 'slug-vrouwen' })
    expect(near('zij instromers')).toBe('slug-zij-instromers')
  })

  it('is its own before it is another name of something else', () => {
    expect(lookup.find('senioren')).toEqual({ value: 'slug-senioren' })
  })

  it('gets the most similar name when few letters differ, or when it is the beginning', () => {
    expect(near('Vruowen')).toBe('Vrouwen')
    expect(near('Zij-instromrs')).toBe('Zij-instromers')
    expect(near('Vrouwelijke werkz')).toBe('Vrouwen')
    expect(near('Mannen')).toBeUndefined()
    expect(near('x')).toBeUndefined()
  })

  it('gets no suggestion any more in a file full of unknown names', () => {
    for (let at = 0; at < 300; at += 1) lookup.find(`Onbekend ${String(at)}`)
    expect(lookup.find('Vrouwenn')).toMatchObject({ wrong: { code: 'unknown' } })
  })

  it('is no organisation that ended', () => {
    const organisations = organisationLookup([
      { id: '1', name: 'Gemeente Oud', slug: 'gemeente-oud', ended: true },
      { id: '2', name: 'Gemeente Nieuw', slug: 'gemeente-nieuw', ended: false },
    ])
    expect(organisations.find('gemeente nieuw')).toEqual({ value: '2' })
    expect(organisations.find('Gemeente Oud')).toMatchObject({
      wrong: { code: 'organisationEnded' },
    })
    expect(organisations.find('Provincie')).toMatchObject({
      wrong: { code: 'organisationUnknown' },
    })
  })
})
