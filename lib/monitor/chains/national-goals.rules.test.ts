import { describe, expect, it } from 'vitest'
import { inLanguage, NATIONAL_GOALS, NATIONAL_SOURCE } from './national-goals.rules'
import type { RegionChain } from './types'

describe('the national goals in English', () => {
  const from = (title: string | null) => ({ title, ref: null, url: null })
  const chain = {
    goals: [
      {
        title: NATIONAL_GOALS[0].title,
        description: NATIONAL_GOALS[0].description,
        source: from(NATIONAL_SOURCE),
      },
      {
        title: NATIONAL_GOALS[1].title,
        description: 'In eigen woorden',
        source: from('Eigen agenda'),
      },
      { title: 'Een doel van de regio zelf', description: '', source: from(null) },
    ],
  } as unknown as RegionChain

  it('are read as ours, and what a region wrote itself stays', () => {
    expect(
      inLanguage(chain, 'en').goals.map(({ title, description, source: { title: said } }) => [
        title,
        description,
        said,
      ]),
    ).toEqual([
      [
        'Stronger cooperation in the region',
        expect.stringContaining('regional board'),
        expect.stringContaining('National goals'),
      ],
      ['Better services that are easier to reach', 'In eigen woorden', 'Eigen agenda'],
      ['Een doel van de regio zelf', '', null],
    ])
    expect(
      NATIONAL_GOALS.every(
        ({ title }) =>
          inLanguage(
            { goals: [{ title, description: '', source: from(null) }] } as unknown as RegionChain,
            'en',
          ).goals[0]?.title !== title,
      ),
    ).toBe(true)
    expect(inLanguage(chain, 'nl')).toBe(chain)
  })
})
