import { oneFigure, together } from '@/lib/amounts/rules'
import type { Amounts } from '@/lib/amounts/types'

type Key = 'none' | 'one' | 'sum' | 'apart'
/** A translator of the namespace `policies.together`. */
type Translate = (key: Key, values?: Record<string, string | number>) => string

export const EURO = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const

/** Amounts in words: a sum where there may be one, else the amounts side by side with the reason. */
export function moneyWords(t: Translate, euro: (amount: number) => string, amounts: Amounts): string {
  const money = together(amounts)
  switch (money.kind) {
    case 'none': return t('none')
    case 'one': return t('one', { qualifier: money.qualifier, amount: euro(money.euro) })
    case 'sum': return t('sum', { amount: euro(money.euro) })
    case 'apart': return t('apart', { count: money.count, low: euro(money.low), high: euro(money.high), why: money.why })
  }
}

/** The same for a column of amounts: a bare figure where there is one, nothing where nothing is known. */
export function moneyCell(t: Translate, euro: (amount: number) => string, amounts: Amounts): string {
  const figure = oneFigure(amounts)
  return amounts.known === 0 ? '' : figure === null ? moneyWords(t, euro, amounts) : euro(figure)
}
