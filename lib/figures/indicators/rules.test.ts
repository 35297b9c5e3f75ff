import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildRegionGraph, type RegionNode } from '@/lib/base/regions/rules'
import {
  groupIndicators,
  needsCountWarning,
  noteNumbers,
  pickFigures,
  REGION_FIGURES,
  roughScale,
  TARGET_GROUP_INDICATORS,
} from './rules'
import { figureScope } from './scope.rules'
import type { ContextFigure } from './types'

const reference = new URL('../../../prisma/seed/reference/', import.meta.url)
const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(new URL(name, reference), 'utf8')))
const slugs = z.array(z.object({ slug: z.string() }))
const indicatorSlugs = new Set(
  read('indicators.json', z.object({ indicators: slugs })).indicators.map((row) => row.slug),
)
const targetGroups = new Set(
  read('taxonomy.json', z.object({ targetGroups: slugs })).targetGroups.map((row) => row.slug),
)

let key = 0
const figure = (change: Partial<ContextFigure> = {}): ContextFigure => ({
  sourceKey: `obs-${String((key += 1)).padStart(3, '0')}`,
  indicator: {
    slug: 'gwu-personen',
    labelNl: 'GWU',
    labelEn: 'GWU',
    definitionNl: '',
    definitionEn: '',
    groupSlug: 'uwv',
    unpaidWork: false,
    position: 1,
  },
  region: { id: 'am01', code: 'AM01', type: 'labour_market', name: 'Groningen', slug: 'groningen' },
  periodCode: '2024MM12',
  periodLabel: 'december 2024',
  periodStart: '2024-12-01',
  value: 51_144,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  status: 'final',
  breakdown: null,
  source: { slug: 'uwv', name: 'UWV', url: null },
  isMainSource: true,
  reportRef: 'tabel 1',
  note: null,
  caveats: [],
  ...change,
})

describe('groupIndicators', () => {
  it('shows the figures of a group that was merged into it too, once', () => {
    const merged = [
      { vocabulary: 'target_group', slug: 'mantelzorgers', successor: 'vrijwilligers' },
      {
        vocabulary: 'target_group',
        slug: 'zwaar-belaste-mantelzorgers',
        successor: 'vrijwilligers',
      },
      { vocabulary: 'sector', slug: 'werklozen', successor: 'vrijwilligers' },
    ]
    expect(groupIndicators('vrijwilligers', merged)).toEqual([
      'vrijwilligers-18plus',
      'vrijwilligers-15plus',
      'mantelzorgers',
      'mantelzorgers-zwaar-belast',
      'mantelzorg-uren',
    ])
    expect(groupIndicators('onbekend', merged)).toEqual([])
  })
})

describe('which reading of a figure is shown', () => {
  const values = (figures: ContextFigure[]) => pickFigures(figures).map((row) => row.value)

  it('is the exact number of the table and not the rounded one of the text', () => {
    const text = figure({ value: 50_000, qualifier: 'ruim', reportRef: '3.2', isMainSource: false })
    expect(values([text, figure()])).toEqual([51_144])
    expect(values([figure(), text])).toEqual([51_144])
  })

  it('is the latest period, and one with a period before one without', () => {
    const old = figure({ periodStart: '2022-05-01', value: 1_152_000 })
    const undated = figure({ periodStart: null, value: 1_100_000, qualifier: 'exact' })
    const recent = figure({ value: 1_000_000, qualifier: 'ruim' })
    expect(values([undated, old, recent])).toEqual([1_000_000])
    expect(values([undated, old])).toEqual([1_152_000])
  })

  it('is that of the main source when both are as rough', () => {
    const dashboard = figure({ qualifier: 'ruim', isMainSource: false, value: 1 })
    expect(values([dashboard, figure({ qualifier: 'ruim', value: 2 })])).toEqual([2])
  })

  it('is the one without a remark, then the more precise one', () => {
    expect(values([figure({ value: 18, note: 'alle mannen' }), figure({ value: 19 })])).toEqual([
      19,
    ])
    expect(values([figure({ value: 30 }), figure({ value: 30.1 })])).toEqual([30.1])
  })

  it('keeps women and men, regions and indicators apart', () => {
    const woman = figure({ breakdown: { geslacht: 'vrouw' } })
    const man = figure({ breakdown: { geslacht: 'man' } })
    const elsewhere = figure({
      region: { id: 'am05', code: 'AM05', type: 'labour_market', name: 'Twente', slug: 'twente' },
    })
    expect(pickFigures([woman, man, elsewhere, figure()])).toHaveLength(4)
  })

  it('does not depend on the order in which figures come', () => {
    const list = [
      figure({ qualifier: 'circa' }),
      figure({ qualifier: 'ruim' }),
      figure({ reportRef: '3.2' }),
      figure(),
      figure({ note: 'x' }),
    ]
    const picked = pickFigures(list)[0]?.sourceKey
    expect(pickFigures([...list].reverse())[0]?.sourceKey).toBe(picked)
  })
})

describe('a rough number', () => {
  it.each([
    [1_200_000, 'ruim', { value: 1.2, scale: 'million' }],
    [116_000, 'circa', { value: 116, scale: 'thousand' }],
    [5_500, 'bijna', { value: 5_500, scale: 'one' }],
    [116_395, 'circa', { value: 116_395, scale: 'one' }],
    [1_200_000, 'exact', { value: 1_200_000, scale: 'one' }],
    [35_000, 'afgerond op duizend', { value: 35_000, scale: 'one' }],
  ])('tells %i (%s) as %j', (value, qualifier, expected) => {
    expect(roughScale(value, qualifier)).toEqual(expected)
  })
})

describe('the notes of a page', () => {
  it('number each caveat once, in order of appearance', () => {
    const caveat = (slug: string) => ({
      slug,
      severity: 'hoog',
      finding: '',
      advice: null,
      reportRef: '',
    })
    const numbers = noteNumbers([
      figure({ caveats: [caveat('b'), caveat('a')] }),
      figure({ caveats: [caveat('a'), caveat('c')] }),
    ])
    expect([...numbers]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
  })
})

describe('the lists of indicators', () => {
  it('name indicators and target groups that exist', () => {
    for (const slug of Object.values(REGION_FIGURES).flat())
      expect(indicatorSlugs, slug).toContain(slug)
    for (const [group, list] of Object.entries(TARGET_GROUP_INDICATORS)) {
      expect(targetGroups, group).toContain(group)
      expect(new Set(list).size, group).toBe(list.length)
      for (const slug of list) expect(indicatorSlugs, slug).toContain(slug)
    }
  })

  it('ask for the warning about two counts where one of them is shown', () => {
    expect(needsCountWarning(['gwu-personen'])).toBe(true)
    expect(needsCountWarning(['oap-aandeel'])).toBe(true)
    expect(needsCountWarning(['mantelzorgers'])).toBe(false)
  })
})

describe('the regions whose figures a region shows', () => {
  const node = (id: string, type: RegionNode['type'], ...parentIds: string[]): RegionNode => ({
    id,
    type,
    parentIds,
  })
  const graph = buildRegionGraph([
    node('nl', 'country'),
    node('ld01', 'landsdeel', 'nl'),
    node('ld02', 'landsdeel', 'nl'),
    node('ser-nn', 'ser', 'ld01'),
    node('ser-ov', 'ser'),
    node('pv20', 'province', 'ld01', 'ser-nn'),
    node('pv22', 'province', 'ld01', 'ser-nn'),
    node('pv23', 'province', 'ld02', 'ser-ov'),
    node('am01', 'labour_market', 'pv20', 'ser-nn'),
    node('am03', 'labour_market', 'pv22', 'ser-nn'),
    node('am05', 'labour_market', 'pv23', 'ser-ov'),
    node('gg01', 'ggd', 'pv20', 'ser-nn'),
    node('gg07', 'ggd', 'pv22', 'ser-nn'),
    node('gg10', 'ggd', 'pv23', 'ser-ov'),
    node('gg11', 'ggd', 'pv23', 'ser-ov'),
    node('assen', 'municipality', 'am01', 'pv22'),
    node('elsewhere', 'labour_market'),
  ])

  it('are for a labour-market region its register, the survey above it and the GGD regions of its province', () => {
    expect(figureScope(graph, 'am01')).toEqual({
      registered: ['am01'],
      survey: ['pv20', 'ld01', 'nl'],
      health: ['gg01'],
      healthThrough: 'pv20',
    })
  })

  it('are for a province those inside it', () => {
    expect(figureScope(graph, 'pv23')).toEqual({
      registered: ['am05'],
      survey: ['pv23', 'ld02', 'nl'],
      health: ['gg10', 'gg11'],
      healthThrough: null,
    })
  })

  it('are for a council those of its part of the country, or else of its provinces', () => {
    expect(figureScope(graph, 'ser-nn').survey).toEqual(['ld01', 'nl'])
    expect(figureScope(graph, 'ser-ov').survey).toEqual(['pv23', 'ld02', 'nl'])
    expect(figureScope(graph, 'ser-nn').registered.sort()).toEqual(['am01', 'am03'])
    expect(figureScope(graph, 'ser-nn').health.sort()).toEqual(['gg01', 'gg07'])
  })

  it('take a municipality to its own province, also when its labour-market region lies elsewhere', () => {
    const scope = figureScope(graph, 'assen')
    expect(scope.registered).toEqual(['am01'])
    expect(scope.health).toEqual(['gg07'])
    expect(scope.healthThrough).toBe('pv22')
  })

  it('are for a GGD region its own health figures', () => {
    expect(figureScope(graph, 'gg11')).toMatchObject({
      registered: [],
      health: ['gg11'],
      healthThrough: null,
    })
  })

  it('are none for a region that stands alone or is unknown', () => {
    expect(figureScope(graph, 'elsewhere')).toEqual({
      registered: ['elsewhere'],
      survey: [],
      health: [],
      healthThrough: null,
    })
    expect(figureScope(graph, 'nowhere')).toEqual({
      registered: [],
      survey: [],
      health: [],
      healthThrough: null,
    })
  })
})
