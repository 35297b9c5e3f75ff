/**
 * Amounts are added up only when each is exact and none may hold another: two that pay for the
 * same thing overlap unless each is marked as coming on top. Otherwise they are shown side by
 * side. Example amounts never count beside real ones.
 * Source: docs/model.md, "The policy monitor".
 */
import type { FundingOverlap } from '@/generated/prisma/enums'
import type { Amounts, Qualifier, Together } from './types'

export interface AmountRow {
  euro: number | null
  qualifier: string | null
  paysFor: string
  overlap?: FundingOverlap
  isExample?: boolean
}

export const NO_AMOUNTS: Amounts = {
  known: 0,
  euro: 0,
  low: 0,
  high: 0,
  circa: 0,
  capped: 0,
  floored: 0,
  shared: 0,
  examples: 0,
  isExample: false,
}

/** The stored qualifier; anything unknown is an approximation. */
export function qualifierOf(qualifier: string | null): Qualifier {
  if (qualifier === null || qualifier === 'exact') return 'exact'
  return qualifier === 'maximaal' || qualifier === 'minstens' ? qualifier : 'circa'
}

function isShared({ overlap = 'unknown' }: AmountRow, times: number): boolean {
  return overlap === 'may_overlap' || (overlap === 'unknown' && times > 1)
}

/**
 * Known amounts in whole euros; rows without an amount are left out. Examples count only where
 * there is nothing else, and then the whole is an example.
 */
export function amountsOf(rows: readonly AmountRow[]): Amounts {
  const all = rows.flatMap(({ euro, ...row }) => (euro === null ? [] : [{ euro, ...row }]))
  const real = all.filter(({ isExample }) => isExample !== true)
  const known = real.length > 0 ? real : all
  const euros = known.map(({ euro }) => euro)
  const times = new Map<string, number>()
  for (const { paysFor } of known) times.set(paysFor, (times.get(paysFor) ?? 0) + 1)
  const withQualifier = (wanted: Qualifier) =>
    known.filter(({ qualifier }) => qualifierOf(qualifier) === wanted).length
  return {
    known: known.length,
    euro: euros.reduce((sum, euro) => sum + euro, 0),
    low: euros.reduce((low, euro) => Math.min(low, euro), euros[0] ?? 0),
    high: euros.reduce((high, euro) => Math.max(high, euro), 0),
    capped: withQualifier('maximaal'),
    circa: withQualifier('circa'),
    floored: withQualifier('minstens'),
    shared: known.filter((row) => isShared(row, times.get(row.paysFor) ?? 0)).length,
    examples: all.length - known.length,
    isExample: known.length > 0 && real.length === 0,
  }
}

/** Two groups of amounts as one; `shared` was counted over both. */
export function joinAmounts(a: Amounts, b: Amounts): Amounts {
  const examples = a.examples + b.examples
  if (a.known === 0) return { ...b, examples }
  if (b.known === 0) return { ...a, examples }
  if (a.isExample && !b.isExample) return { ...b, examples: examples + a.known }
  if (b.isExample && !a.isExample) return { ...a, examples: examples + b.known }
  return {
    examples,
    known: a.known + b.known,
    euro: a.euro + b.euro,
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    circa: a.circa + b.circa,
    capped: a.capped + b.capped,
    floored: a.floored + b.floored,
    shared: a.shared + b.shared,
    isExample: a.isExample,
  }
}

function onlyQualifier({ capped, circa, floored }: Amounts): Qualifier {
  if (capped > 0) return 'maximaal'
  if (floored > 0) return 'minstens'
  return circa > 0 ? 'circa' : 'exact'
}

/** Whether amounts may be shown as a sum, and if not, why. */
export function together(amounts: Amounts): Together {
  const { known, euro, low, high, circa, capped, floored, shared } = amounts
  if (known === 0) return { kind: 'none' }
  if (known === 1) return { kind: 'one', euro, qualifier: onlyQualifier(amounts) }
  const approximate = circa + capped + floored > 0
  if (!approximate && shared === 0) return { kind: 'sum', euro }
  const why = !approximate ? 'overlap' : shared > 0 ? 'both' : 'approximate'
  return { kind: 'apart', count: known, low, high, why }
}

/** An exact amount or an allowed sum in whole euros, else null; never of examples. */
export function oneFigure(amounts: Amounts): number | null {
  if (amounts.isExample) return null
  const shown = together(amounts)
  const isFigure = shown.kind === 'sum' || (shown.kind === 'one' && shown.qualifier === 'exact')
  return isFigure ? shown.euro : null
}
