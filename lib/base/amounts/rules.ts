/**
 * Amounts of money together. Rule: they are added up only when each of them is exact and no two pay
 * for the same measure or initiative, because whether the one comes on top of the other nobody wrote
 * down. Money of an initiative that carries a measure counts as money of that measure. In all other
 * cases amounts stand side by side, with the reason. The rule holds for pages, files, papers and the
 * open data.
 *
 * Source: the policy monitor (funding); two amounts that may overlap are never one figure.
 */
import type { Amounts, Together } from './types'

export interface AmountRow {
  euro: number | null
  /** exact, circa or maximaal; null is taken as exact, as it is shown. */
  qualifier: string | null
  /** What it pays for: a measure, else an initiative. */
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

/** How sure an amount is, as it is stored; what says nothing is exact. */
export function qualifierOf(qualifier: string | null): 'exact' | 'circa' | 'maximaal' {
  if (qualifier === null || qualifier === 'exact') return 'exact'
  return qualifier === 'maximaal' ? 'maximaal' : 'circa'
}

/** What is known of amounts in whole euros; those that nobody knows are left out. */
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

/** Two groups of amounts as one; what is shared was found over both. */
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

/** Whether amounts may be shown as a sum, and if not, why they stand side by side. */
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

/** The figure that amounts have as one number: an exact amount or an allowed sum, else null. */
export function oneFigure(amounts: Amounts): number | null {
  const shown = together(amounts)
  const isFigure = shown.kind === 'sum' || (shown.kind === 'one' && shown.qualifier === 'exact')
  return isFigure ? shown.euro : null
}
