/** Amounts as people write them in Dutch tables. Source: docs/adr/0058-the-worksheet.md. */
import { parseDutchNumber } from '@/lib/base/text/number'
import type { Qualifier } from './types'

const MAX_EURO = 2_000_000_000

export interface Amount {
  euro: number | null
  qualifier: Qualifier
}

const QUALIFIERS: readonly [RegExp, Qualifier][] = [
  [/^(?:ca\.?|circa|ongeveer|ongev\.?|±|~)\s*/i, 'circa'],
  [/^(?:minstens|minimaal|min\.?|ten minste|tenminste|≥)\s*/i, 'minstens'],
  [/^(?:hoogstens|maximaal|max\.?|ten hoogste|tot|≤)\s*/i, 'maximaal'],
]
const TIMES: readonly [RegExp, number][] = [
  [/ ?(?:miljoen|mln\.?|mio)$/i, 1_000_000],
  [/ ?(?:duizend|dzd\.?|k)$/i, 1_000],
]

/** Whole euros: "€ 350.000", "350.000,-", "1,2 mln", "circa 40k". Empty is unknown. */
export function readAmount(cell: string): Amount | null {
  if (cell === '') return { euro: null, qualifier: 'exact' }
  const found = QUALIFIERS.find(([word]) => word.test(cell))
  const bare = (found ? cell.replace(found[0], '') : cell)
    .replace(/^(?:€|eur|euro)\s*/i, '')
    .replace(/ ?(?:euro|eur)$/i, '')
    .replace(/,(?:-|--|–|00)$/, '')
  const times = TIMES.find(([word]) => word.test(bare))
  const number = parseDutchNumber(times ? bare.replace(times[0], '') : bare)
  if (number === null) return null
  const euro = Math.round(Number(number) * (times?.[1] ?? 1) * 100) / 100
  if (!Number.isInteger(euro) || euro < 0 || euro > MAX_EURO) return null
  return { euro, qualifier: found?.[1] ?? 'exact' }
}
