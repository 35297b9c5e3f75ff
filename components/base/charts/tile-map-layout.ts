/**
 * The 35 labour-market regions as tiles, north up, keeping neighbours where a grid allows. Column
 * and row per CBS code, drawn by hand from the map of 2025.
 */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  AM02: [4, 0],
  AM01: [5, 0],
  AM15: [2, 1],
  AM03: [5, 1],
  AM37: [1, 2],
  AM17: [2, 2],
  AM11: [3, 2],
  AM36: [4, 2],
  AM05: [5, 2],
  AM19: [0, 3],
  AM18: [1, 3],
  AM12: [2, 3],
  AM14: [3, 3],
  AM06: [4, 3],
  AM09: [5, 3],
  AM21: [0, 4],
  AM20: [1, 4],
  AM13: [2, 4],
  AM38: [3, 4],
  AM07: [4, 4],
  AM34: [0, 5],
  AM22: [1, 5],
  AM35: [2, 5],
  AM10: [3, 5],
  AM08: [4, 5],
  AM24: [0, 6],
  AM23: [1, 6],
  AM26: [2, 6],
  AM27: [3, 6],
  AM29: [4, 6],
  AM25: [1, 7],
  AM28: [2, 7],
  AM32: [3, 7],
  AM33: [4, 7],
  AM30: [4, 8],
}

export const COLUMNS = 6
export const ROWS = 9
