/**
 * Numbers as people in the Netherlands type them: "12,5", "1.250", "1.250,75", and "12.5" from a spreadsheet.
 * A point is a thousands separator when three digits follow each one; otherwise it is a decimal point.
 * Returns the number as text with a decimal point, which keeps every decimal that was typed; null when it is no number.
 */
export function parseDutchNumber(text: string): string | null {
  const bare = text.replace(/[\s\u00A0\u202F]/g, '').replace('\u2212', '-')
  if (/^-?\d+$/.test(bare)) return bare
  if (/^-?\d{1,3}(\.\d{3})+$/.test(bare)) return bare.replaceAll('.', '')
  if (/^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  if (/^-?\d+\.\d+$/.test(bare)) return bare
  return null
}

/** Numbers as programs and English people write them: "12.5", "1,250", "1,250.75". Null when it is no such number. */
export function parsePointNumber(text: string): string | null {
  const bare = text.replace(/[\s\u00A0\u202F]/g, '').replace('\u2212', '-')
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : null
}
