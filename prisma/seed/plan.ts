import { isDeepStrictEqual } from 'node:util'
import { Prisma } from '@/generated/prisma/client'

export interface LoadPlan<Row> {
  create: Row[]
  update: Row[]
}

export interface LoadResult {
  created: number
  updated: number
}

function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Prisma.Decimal.isDecimal(value)) return Number(value)
  return value
}

function keyOf<Row extends object>(
  row: { [Field in keyof Row]: unknown },
  keys: ReadonlyArray<keyof Row>,
): string {
  return keys.map((key) => String(plain(row[key]))).join(' ')
}

/** Blind upserts would raise `updatedAt` and fire triggers; a second run must write nothing. */
export function planLoad<Row extends object>(
  wanted: readonly Row[],
  stored: ReadonlyArray<{ [Field in keyof Row]: unknown }>,
  keys: ReadonlyArray<keyof Row>,
): LoadPlan<Row> {
  const known = new Map(stored.map((row) => [keyOf<Row>(row, keys), row]))
  const plan: LoadPlan<Row> = { create: [], update: [] }
  for (const row of wanted) {
    const old = known.get(keyOf<Row>(row, keys))
    if (!old) plan.create.push(row)
    else if (
      fieldsOf(row).some((field) => !isDeepStrictEqual(plain(row[field]), plain(old[field])))
    )
      plan.update.push(row)
  }
  return plan
}

function fieldsOf<Row extends object>(row: Row): Array<keyof Row> {
  return Object.keys(row) as Array<keyof Row>
}

export const planned = (...plans: Array<LoadPlan<unknown>>): LoadResult => ({
  created: plans.reduce((sum, plan) => sum + plan.create.length, 0),
  updated: plans.reduce((sum, plan) => sum + plan.update.length, 0),
})

export function known<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Seed: unknown ${what} "${key}"`)
  return value
}

export const day = (text: string | null | undefined): Date | null =>
  text ? new Date(`${text}T00:00:00Z`) : null
