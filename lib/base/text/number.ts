/**
 * "0.125" is never 125: thousands groups have three digits and the first has no leading 0.
 * Functions return text with a decimal point, or null.
 */
export type DecimalMark = 'comma' | 'point'

const SPACES = /[\s\u00A0\u202F]/g
const GROUPS = String.raw`[1-9]\d{0,2}(?: \d{3})+`

function numberWith(decimal: ',' | '.', group: ',' | '.'): (text: string) => string | null {
  const grouped = `${GROUPS}|${GROUPS.replace(' ', `\\${group}`)}`
  const shape = new RegExp(`^-?(?:\\d+|${grouped})(?:\\${decimal}\\d+)?$`)
  return (text) => {
    const even = text.trim().replace(SPACES, ' ').replace('\u2212', '-')
    if (!shape.test(even)) return null
    return even.replaceAll(' ', '').replaceAll(group, '').replace(decimal, '.')
  }
}

const parseComma = numberWith(',', '.')
const parsePoint = numberWith('.', ',')

/** A number with one known decimal sign; the other sign may only separate thousands. */
export function parseMarkedNumber(text: string, mark: DecimalMark): string | null {
  return mark === 'comma' ? parseComma(text) : parsePoint(text)
}

/** "12,5", "1.250,75"; a point that cannot separate thousands is a decimal point: "0.125". */
export function parseDutchNumber(text: string): string | null {
  const dutch = parseComma(text)
  if (dutch !== null) return dutch
  const bare = text.trim().replace('\u2212', '-')
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(bare) ? bare : null
}

export function parsePointNumber(text: string): string | null {
  return parsePoint(text)
}

/** The other meaning of "2.500", 2.5; null when a text is unambiguous. */
export function otherParse(text: string): string | null {
  const bare = text.trim().replace('\u2212', '-')
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(bare) ? String(Number(bare)) : null
}

export function withoutPercent(text: string): string {
  const bare = text.trimEnd()
  return bare.endsWith('%') ? bare.slice(0, -1).trimEnd() : text
}
