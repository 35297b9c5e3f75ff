import { describe, expect, it } from 'vitest'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'
import { regionRows } from './region-rows'

const region = (id: string, type: FigureRegion['type'] = 'labour_market'): FigureRegion => ({
  id,
  type,
  code: id,
  name: id,
  slug: id,
})
const figure = (slug: string, id: string, unpaidWork = false): ContextFigure => ({
  sourceKey: `${slug} ${id}`,
  indicator: {
    slug,
    labelNl: slug,
    labelEn: slug,
    definitionNl: '',
    definitionEn: '',
    groupSlug: '',
    unpaidWork,
    position: 1,
  },
  region: region(id),
  periodCode: null,
  periodLabel: '2025',
  periodStart: null,
  value: 100,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  status: 'final',
  breakdown: null,
  source: { slug: 'cbs', name: 'CBS', url: null },
  isMainSource: true,
  reportRef: null,
  note: null,
  caveats: [],
})

const own = region('drechtsteden')
const province = region('zuid-holland', 'province')
const country = region('nederland', 'country')
const ggd = region('ggd-zuid', 'ggd')
const regions = [own, province, country, ggd]
const scope = {
  registered: [own.id],
  survey: [province.id, country.id],
  health: [ggd.id],
  healthThrough: province.id,
}
const rows = (figures: ContextFigure[], change: Partial<typeof scope> = {}) =>
  regionRows({ region: own, scope: { ...scope, ...change }, regions, figures })

describe('regionRows', () => {
  it('takes the survey from the nearest area that has it', () => {
    const figures = [figure('oap-personen', country.id), figure('oap-aandeel', country.id)]
    expect(rows(figures).survey?.region.id).toBe(country.id)
    expect(rows([...figures, figure('oap-personen', province.id)]).survey?.region.id).toBe(
      province.id,
    )
    expect(rows([]).survey).toBeUndefined()
  })

  it('takes the register of the region itself only when the region is the one it covers', () => {
    const figures = [figure('gwu-personen', own.id), figure('gwu-personen', province.id)]
    expect(rows(figures).registered?.region.id).toBe(own.id)
    expect(rows(figures, { registered: [own.id, 'rijnmond'] }).registered?.region.id).toBe(
      province.id,
    )
  })

  it('keeps a region without a figure among its neighbours when most have one', () => {
    const ids = { registered: ['a', 'b', 'c'] }
    const source = (filled: string[]) =>
      regionRows({
        region: province,
        scope: { ...scope, ...ids },
        regions: ['a', 'b', 'c'].map((id) => region(id)),
        figures: filled.map((id) => figure('gwu-personen', id)),
      }).registeredRows.map(({ id }) => id)
    expect(source(['a', 'c'])).toEqual(['a', 'b', 'c'])
    expect(source(['c'])).toEqual(['c'])
  })

  it('counts unpaid work only in the regions of the health monitor', () => {
    const inGgd = figure('mantelzorgers', ggd.id, true)
    const elsewhere = figure('mantelzorgers', province.id, true)
    const found = rows([inGgd, elsewhere, figure('oap-personen', province.id)])
    expect(found.health).toEqual([ggd])
    expect(found.healthThrough).toBe(province)
    expect(found.shown.map(({ sourceKey }) => sourceKey)).toEqual([
      inGgd.sourceKey,
      `oap-personen ${province.id}`,
    ])
  })

  it('lists each region with internationals once, the region itself first', () => {
    const figures = [
      figure('internationals-werkzaam', province.id),
      figure('internationals-woonachtig', own.id),
    ]
    expect(rows(figures).people).toEqual([own, province])
  })
})
