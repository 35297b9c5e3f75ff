import { describe, expect, it } from 'vitest'
import { addressesOf, patternsOf, under } from './addresses.ts'

describe('addresses', () => {
  it('are those of the pages, per language', () => {
    expect(addressesOf('/not-found')).toEqual({ nl: '/niet-gevonden', en: '/en/not-found' })
    expect(addressesOf('/contact')).toEqual({ nl: '/contact', en: '/en/contact' })
  })

  it('have one part of an address where a parameter stands', () => {
    const [dutch = '', english = ''] = patternsOf('/workspace/meetings/[slug]')
    expect('/werkplek/bijeenkomsten/a-1').toMatch(new RegExp(`^${dutch}$`))
    expect('/en/workspace/meetings/a-1').toMatch(new RegExp(`^${english}$`))
    expect('/werkplek/bijeenkomsten/a/1').not.toMatch(new RegExp(`^${dutch}$`))
  })

  it.each(['/werkplek', '/en/workspace/x', '/workspace', '/en/werkplek/', '/nl/werkplek'])(
    'know %s as under the workspace',
    (path) => {
      expect(path).toMatch(under(['/workspace']))
    },
  )

  it.each(['/werkplekken', '/en', '/x/werkplek', '/fr/workspace'])(
    'know %s as no part of it',
    (path) => {
      expect(path).not.toMatch(under(['/workspace']))
    },
  )
})
