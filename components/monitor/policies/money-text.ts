import { oneFigure, together } from '@/lib/base/amounts/rules'
import type { Amounts } from '@/lib/base/amounts/types'

type Key = 'none' | 'one' | 'sum' | 'apart' | 'several' | 'examples' | 'example'
type Euro = (amount: number) => string
type Translate = (key: Key, values?: Record<string, string | number>) => string

export const EURO = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const

export function moneyText(t: Translate, euro: Euro, amounts: Amounts): string {
  const text = plainText(t, euro, amounts)
  return amounts.isExample ? t('example', { text }) : text
}

function plainText(t: Translate, euro: Euro, amounts: Amounts): string {
  const money = together(amounts)
  switch (money.kind) {
    case 'none':
      return t('none')
    case 'one':
      return t('one', { qualifier: money.qualifier, amount: euro(money.euro) })
    case 'sum':
      return t('sum', { amount: euro(money.euro) })
    case 'apart': {
      const { count, low, high, why } = money
      return t('apart', { count, low: euro(low), high: euro(high), why })
    }
  }
}

export function moneyCell(t: Translate, euro: Euro, amounts: Amounts): string {
  const figure = oneFigure(amounts)
  if (amounts.known === 0) return ''
  return figure === null ? moneyText(t, euro, amounts) : euro(figure)
}

export function moneyLabel(t: Translate, euro: Euro, amounts: Amounts): string {
  if (together(amounts).kind === 'apart') return t('several', { count: amounts.known })
  return moneyCell(t, euro, amounts)
}
