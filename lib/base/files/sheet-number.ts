export type NumberShape = 'plain' | 'day' | 'percent'

const MS_PER_DAY = 86_400_000
const DAY_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const
const PERCENT_FORMATS = [9, 10]

export function shapeOfCode(code: string): NumberShape {
  const signs = code.replace(/"[^"]*"|\[[^[\]]*\]|\\.|_.|\*./g, '')
  if (signs.includes('%')) return 'percent'
  return /[ymdhs]/i.test(signs) ? 'day' : 'plain'
}

export function shapeOfBuiltIn(id: number): NumberShape {
  if (PERCENT_FORMATS.includes(id)) return 'percent'
  return DAY_FORMATS.some(([low, high]) => id >= low && id <= high) ? 'day' : 'plain'
}

/** The 1900 calendar has a 29 February 1900 that never was. */
export function dayOf(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1_462 : serial
  const moment = (days < 60 ? days + 1 : days) - 25_569
  return days < 1 || days > 2_958_465
    ? null
    : new Date(Math.floor(moment) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** More digits are rounding noise: 0.07000000000000001 is 0.07. */
const DIGITS = 15
const SMALLEST = 12

function plainText(value: number): string {
  const digits = value.toFixed(SMALLEST)
  return Number(digits) === 0 ? '0' : digits.slice(0, digits.search(/0{0,12}$/))
}

/** With a comma: a point could be taken for a thousands separator. */
export function numberText(value: number): string {
  const shown = Number(value.toPrecision(DIGITS))
  const text = Math.abs(shown) < 1e-6 ? plainText(shown) : String(shown)
  return text.replace('.', ',')
}
