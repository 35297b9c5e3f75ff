import { isDeepStrictEqual } from 'node:util'
import { Prisma } from '@/generated/prisma/client'

/** What a repeated load still has to do. */
export interface LoadPlan<Row> {
  create: Row[]
  update: Row[]
}

/** How many rows a part of the seed wrote; both are zero when everything was there. */
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

/**
 * Compares the wanted rows with the stored ones. Blind upserts would raise `updatedAt` and fire the triggers that
 * protect figures; this way a second run writes nothing.
 */
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

/** The value under a key that the reference files promise; a clear error when a file names something unknown. */
export function known<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Seed: unknown ${what} "${key}"`)
  return value
}

/** A calendar date of a reference file as the date columns take it. */
export const day = (text: string | null | undefined): Date | null =>
  text ? new Date(`${text}T00:00:00Z`) : null
