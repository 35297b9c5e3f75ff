/**
 * Numbers as people and programs write them. Rule: the first group of thousands has one to three
 * digits and never begins with 0, and every group after it has exactly three; groups of one number
 * are parted by one and the same sign. A text that breaks the rule is no number with thousands:
 * "0.125" is never 125. All functions return the number as text with a decimal point, which keeps
 * every decimal that was typed, and null for what is no number.
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

/**
 * A number written with one known decimal sign, as a source says of itself: the other sign may
 * part thousands only.
 */
export function parseMarkedNumber(text: string, mark: DecimalMark): string | null {
  return mark === 'comma' ? parseComma(text) : parsePoint(text)
}

/**
 * A number as someone types it in a Dutch form: "12,5", "1.250", "1.250,75". A point that cannot
 * part thousands is a decimal point, because spreadsheets and numeric keypads write it: "0.125".
 */
export function parseDutchNumber(text: string): string | null {
  const dutch = parseComma(text)
  if (dutch !== null) return dutch
  const bare = text.trim().replace('\u2212', '-')
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(bare) ? bare : null
}

/** A number as programs and English people write it: "12.5", "1,250", "1,250.75"; or null. */
export function parsePointNumber(text: string): string | null {
  return parsePoint(text)
}

/** The other number that "2.500" can be, 2.5; null when a text can be read in one way only. */
export function otherParse(text: string): string | null {
  const bare = text.trim().replace('\u2212', '-')
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(bare) ? String(Number(bare)) : null
}

/** A percentage without its sign: the unit says what it is. */
export function withoutPercent(text: string): string {
  const bare = text.trimEnd()
  return bare.endsWith('%') ? bare.slice(0, -1).trimEnd() : text
}
