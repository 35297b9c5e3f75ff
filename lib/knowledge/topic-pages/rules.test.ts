import { describe, expect, it } from 'vitest'
import { countedValues, coverage, narrowCounted, unserved } from './rules'
import type { FacetValue } from './types'

const value = (
  slug: string,
  parent: string | null = null,
  code: string | null = null,
): FacetValue => ({ slug, code, labelNl: slug, labelEn: slug, parent })
const GROUPS = [
  value('nieuwkomers'),
  value('statushouders', 'nieuwkomers'),
  value('jongeren'),
  value('ouderen'),
]

describe('countedValues', () => {
  it('leaves out what does not occur and puts most first', () => {
    expect(
      countedValues(GROUPS, { jongeren: 1, nieuwkomers: 3, weg: 9 }).map(
        ({ slug, count }) => `${slug} ${count}`,
      ),
    ).toEqual(['nieuwkomers 3', 'jongeren 1'])
    expect(countedValues(GROUPS, undefined)).toEqual([])
  })
})

describe('narrowCounted', () => {
  it('names the narrow word and not the broad one above it', () => {
    expect(
      narrowCounted(GROUPS, { nieuwkomers: 3, statushouders: 2, ouderen: 1 }).map(
        ({ slug }) => slug,
      ),
    ).toEqual(['statushouders', 'ouderen'])
  })
})

describe('coverage', () => {
  it('knows labour-market regions only, each active or quiet', () => {
    const regions = [
      value('drenthe', null, 'AM02'),
      value('provincie-drenthe', null, 'PV22'),
      value('twente', null, 'AM05'),
    ]
    expect(coverage(regions, { twente: 2, 'provincie-drenthe': 4 })).toEqual({
      active: [{ ...regions[2], count: 2 }],
      quiet: [regions[0]],
    })
  })
})

describe('unserved', () => {
  it('names broad groups without anything', () => {
    expect(unserved(GROUPS, { nieuwkomers: 1 }).map(({ slug }) => slug)).toEqual([
      'jongeren',
      'ouderen',
    ])
  })
})
