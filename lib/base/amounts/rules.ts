/**
 * Amounts are added up only when each is exact and no two pay for the same thing: nobody recorded
 * whether one comes on top of the other. Otherwise they are shown side by side.
 * Source: docs/model.md, "The policy monitor".
 */
import type { Amounts, Together } from './types'

export interface AmountRow {
  euro: number | null
  qualifier: string | null
  paysFor: string
}

export const NO_AMOUNTS: Amounts = {
  known: 0,
  euro: 0,
  low: 0,
  high: 0,
  circa: 0,
  capped: 0,
  shared: 0,
}

/** The stored qualifier; anything unknown counts as exact. */
export function qualifierOf(qualifier: string | null): 'exact' | 'circa' | 'maximaal' {
  if (qualifier === null || qualifier === 'exact') return 'exact'
  return qualifier === 'maximaal' ? 'maximaal' : 'circa'
}

/** Known amounts in whole euros; rows without an amount are left out. */
export function amountsOf(rows: readonly AmountRow[]): Amounts {
  const known = rows.flatMap(({ euro, ...row }) => (euro === null ? [] : [{ euro, ...row }]))
  const euros = known.map(({ euro }) => euro)
  const times = new Map<string, number>()
  for (const { paysFor } of known) times.set(paysFor, (times.get(paysFor) ?? 0) + 1)
  return {
    known: known.length,
    euro: euros.reduce((sum, euro) => sum + euro, 0),
    low: euros.reduce((low, euro) => Math.min(low, euro), euros[0] ?? 0),
    high: euros.reduce((high, euro) => Math.max(high, euro), 0),
    capped: known.filter(({ qualifier }) => qualifierOf(qualifier) === 'maximaal').length,
    circa: known.filter(({ qualifier }) => qualifierOf(qualifier) === 'circa').length,
    shared: known.filter(({ paysFor }) => (times.get(paysFor) ?? 0) > 1).length,
  }
}

/** Two groups of amounts as one; `shared` was counted over both. */
export function joinAmounts(a: Amounts, b: Amounts): Amounts {
  if (a.known === 0) return b
  if (b.known === 0) return a
  return {
    known: a.known + b.known,
    euro: a.euro + b.euro,
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    circa: a.circa + b.circa,
    capped: a.capped + b.capped,
    shared: a.shared + b.shared,
  }
}

/** Whether amounts may be shown as a sum, and if not, why. */
export function together({ known, euro, low, high, circa, capped, shared }: Amounts): Together {
  if (known === 0) return { kind: 'none' }
  if (known === 1) {
    return { kind: 'one', euro, qualifier: capped > 0 ? 'maximaal' : circa > 0 ? 'circa' : 'exact' }
  }
  const approximate = circa + capped > 0
  if (!approximate && shared === 0) return { kind: 'sum', euro }
  const why = !approximate ? 'overlap' : shared > 0 ? 'both' : 'approximate'
  return { kind: 'apart', count: known, low, high, why }
}

/** An exact amount or an allowed sum in whole euros, else null. */
export function oneFigure(amounts: Amounts): number | null {
  const shown = together(amounts)
  const isFigure = shown.kind === 'sum' || (shown.kind === 'one' && shown.qualifier === 'exact')
  return isFigure ? shown.euro : null
}
