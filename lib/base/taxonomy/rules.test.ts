import { describe, expect, it } from 'vitest'
import { offered, termPage, termTree } from './rules'
import type { TermView } from './types'

const term = (slug: string, parent: string | null = null): TermView => ({
  slug,
  parent,
  labelNl: slug,
  labelEn: slug,
  definitionNl: '',
  definitionEn: '',
  altLabels: [],
  retired: false,
})
const TERMS = [
  term('nieuwkomers'),
  term('statushouders', 'nieuwkomers'),
  term('jongeren'),
  term('wees', 'weg'),
  term('jonge-statushouders', 'statushouders'),
]

describe('offered', () => {
  it('leaves out what retired, unless it was chosen before', () => {
    const terms = [term('jongeren'), { ...term('wajong'), retired: true }]
    expect(offered(terms).map(({ slug }) => slug)).toEqual(['jongeren'])
    expect(offered(terms, ['wajong']).map(({ slug }) => slug)).toEqual(['jongeren', 'wajong'])
  })
})

describe('termTree', () => {
  it('puts narrower words under broader ones and keeps the order', () => {
    const tree = termTree(TERMS)
    expect(tree.map(({ slug }) => slug)).toEqual(['nieuwkomers', 'jongeren', 'wees'])
    expect(tree[0]?.children.map(({ slug }) => slug)).toEqual(['statushouders'])
    expect(tree[0]?.children[0]?.children.map(({ slug }) => slug)).toEqual(['jonge-statushouders'])
  })
})

describe('termPage', () => {
  it('gives the words above, broadest first, and right below', () => {
    const page = termPage(TERMS, 'statushouders')
    expect(page?.broader.map(({ slug }) => slug)).toEqual(['nieuwkomers'])
    expect(page?.narrower.map(({ slug }) => slug)).toEqual(['jonge-statushouders'])
    expect(termPage(TERMS, 'jonge-statushouders')?.broader.map(({ slug }) => slug)).toEqual([
      'nieuwkomers',
      'statushouders',
    ])
  })

  it('is null for an unknown word and ends in a circle', () => {
    expect(termPage(TERMS, 'niets')).toBeNull()
    expect(
      termPage([term('a', 'b'), term('b', 'a')], 'a')?.broader.map(({ slug }) => slug),
    ).toEqual(['a', 'b'])
  })
})
