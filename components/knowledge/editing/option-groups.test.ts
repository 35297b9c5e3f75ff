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
  retired: false,
})
const region = (
  slug: string,
  type: EditingRegion['type'],
  province: string | null = null,
): EditingRegion => ({ slug, name: slug, type, province, retired: false })

describe('termGroups', () => {
  it('puts words under the broadest one and those that stand alone at the end', () => {
    const groups = termGroups(
      [term('a'), term('b', 'a'), term('c', 'b'), term('d'), term('e', 'weg')],
      'en',
      { other: 'Other', retired: 'retired' },
    )
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ['a en', ['a', 'b', 'c']],
      ['Other', ['d', 'e']],
    ])
    expect(groups[0]?.options[1]).toEqual({
      value: 'b',
      label: 'b en',
      hint: 'what',
      also: ['ook zo'],
    })
  })

  it('keeps what was chosen before it retired, and says that it did', () => {
    const terms = [term('a'), { ...term('b'), retired: true }]
    const words = { other: 'Other', retired: 'retired' }
    expect(termGroups(terms, 'en', words)[0]?.options.map(({ value }) => value)).toEqual(['a'])
    expect(termGroups(terms, 'en', words, ['b'])[0]?.options.map(({ label }) => label)).toEqual([
      'a en',
      'b en (retired)',
    ])
  })
})

describe('regionGroups', () => {
  it('lists labour-market regions by province, then the SER regions', () => {
    const groups = regionGroups(
      [region('p', 'province'), region('x', 'labour_market', 'p'), region('s', 'ser')],
      { ser: 'SER', ended: 'Ended', kinds: { province: 'provincie' } },
    )
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ['p', ['x', 'p']],
      ['SER', ['s']],
    ])
  })

  it('offers a region that ended only where it was chosen', () => {
    const regions = [{ ...region('x', 'labour_market', null), retired: true }]
    const words = { ser: 'SER', ended: 'Ended' }
    const labels = (chosen: string[]) =>
      regionGroups(regions, words, chosen).flatMap(({ label, options }) =>
        options.map(({ value }) => [label, value]),
      )
    expect(labels([])).toEqual([])
    expect(labels(['x'])).toEqual([['Ended', 'x']])
  })
})
