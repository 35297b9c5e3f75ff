import { describe, expect, it } from 'vitest'
import regions from '@/prisma/seed/reference/regions.json'
import { COLUMNS, ROWS, TILES } from './tile-map-layout'

const tile = (code: string) => {
  const found = TILES[code]
  if (!found) throw new Error(`no tile for ${code}`)
  return found
}

const touch = (a: string, b: string) => {
  const [[ac, ar], [bc, br]] = [tile(a), tile(b)]
  return Math.abs(ac - bc) <= 1 && Math.abs(ar - br) <= 1
}

describe('the tile map', () => {
  it('has one tile for each labour-market region and no other', () => {
    expect(Object.keys(TILES).toSorted()).toEqual(
      regions.arbeidsmarktregios.map((region) => region.cbsCode).toSorted(),
    )
  })

  it('puts no two regions on one tile and stays inside the grid', () => {
    const cells = Object.values(TILES)
    expect(new Set(cells.map(String)).size).toBe(cells.length)
    expect(
      cells.every(([column, row]) => column >= 0 && column < COLUMNS && row >= 0 && row < ROWS),
    ).toBe(true)
  })

  it.each([
    ['AM01', 'AM02'],
    ['AM01', 'AM03'],
    ['AM03', 'AM36'],
    ['AM36', 'AM05'],
    ['AM05', 'AM09'],
    ['AM36', 'AM06'],
    ['AM06', 'AM09'],
    ['AM07', 'AM08'],
    ['AM15', 'AM17'],
    ['AM37', 'AM18'],
    ['AM19', 'AM21'],
    ['AM13', 'AM14'],
    ['AM22', 'AM23'],
    ['AM25', 'AM26'],
    ['AM26', 'AM27'],
    ['AM28', 'AM32'],
    ['AM29', 'AM33'],
    ['AM33', 'AM30'],
    ['AM24', 'AM25'],
    ['AM38', 'AM07'],
    ['AM11', 'AM36'],
    ['AM10', 'AM08'],
  ])('keeps %s and %s together', (a, b) => {
    expect(touch(a, b)).toBe(true)
  })

  it('has the north above the south and the west left of the east', () => {
    expect(tile('AM02')[1]).toBeLessThan(tile('AM30')[1])
    expect(tile('AM24')[0]).toBeLessThan(tile('AM05')[0])
  })
})
