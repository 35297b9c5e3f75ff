import { describe, expect, it } from 'vitest'
import { regionGroups, termGroups } from './option-groups'
import type { EditingOption, EditingRegion } from '@/lib/knowledge/revisions/types'

const term = (slug: string, parent: string | null = null): EditingOption => ({
  slug,
  labelNl: `${slug} nl`,
  labelEn: `${slug} en`,
  definitionNl: 'wat',
  definitionEn: 'what',
  altLabels: ['ook zo'],
  parent,
})
const region = (
  slug: string,
  type: EditingRegion['type'],
  province: string | null = null,
): EditingRegion => ({ slug, name: slug, type, province })

describe('termGroups', () => {
  it('puts words under the broadest one and those that stand alone at the end', () => {
    const groups = termGroups(
      [term('a'), term('b', 'a'), term('c', 'b'), term('d'), term('e', 'weg')],
      'en',
      'Other',
    )
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ['a en', ['a', 'b', 'c']],
      ['Other', ['d', 'e']],
    ])
    expect(groups[0]?.options[1]).toEqual({ value: 'b', label: 'b en', hint: 'what' })
  })
})

describe('regionGroups', () => {
  it('lists labour-market regions by province, then the SER regions', () => {
    const groups = regionGroups(
      [region('p', 'province'), region('x', 'labour_market', 'p'), region('s', 'ser')],
      { ser: 'SER', kinds: { province: 'provincie' } },
    )
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ['p', ['x', 'p']],
      ['SER', ['s']],
    ])
  })
})
