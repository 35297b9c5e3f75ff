/**
 * CBS keeps the code of a measure when its meaning changes, so another title stops the import. A
 * null value keeps its reason and is never a zero.
 * Source: docs/domain.md, 3.1 and 3.4.
 */
import type { ObservationStatus } from '@/generated/prisma/enums'
import { breakdownKey, periodNumber, withAttribute } from '@/lib/figures/statistics/rules'
import type { StagedFigure } from '@/lib/figures/statistics/types'
import type { CbsMapping, CbsObservation } from './schema'
import type { CbsTable } from './types'

/** CBS writes NL01 for the country. */
export function regionCode(text: string): string {
  const bare = text.trim().toUpperCase()
  return bare === 'NL01' || bare === 'NL00' ? 'NL' : bare
}

/** Address of the first page of observations, limited to the mapped measures. */
export function observationsAddress(mapping: CbsMapping, base: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
  const measures = Object.keys(mapping.measures)
    .map((code) => `Measure eq ${quote(code)}`)
    .join(' or ')
  const filter =
    mapping.filter === undefined ? `(${measures})` : `(${measures}) and (${mapping.filter})`
  return `${base}/${mapping.table}/Observations?$filter=${encodeURIComponent(filter)}`
}

/** How this table differs from the one the mapping was made for; null when it fits. */
export function measureProblems(
  mapping: CbsMapping,
  table: CbsTable,
): { problem: string; detail: string } | null {
  const wanted = [
    mapping.periodDimension,
    ...(mapping.regionDimension === null ? [] : [mapping.regionDimension]),
    ...Object.keys(mapping.only),
  ]
  const gone = wanted.filter((name) => !table.dimensions.includes(name))
  if (gone.length > 0) return { problem: 'dimensionMissing', detail: gone.join(', ') }
  for (const [code, { title }] of Object.entries(mapping.measures)) {
    const now = table.measures.get(code)
    if (now === undefined) return { problem: 'measureMissing', detail: `${code}: ${title}` }
    if (now.trim() !== title.trim())
      return { problem: 'titleChanged', detail: `${code}: "${title}" → "${now.trim()}"` }
  }
  return null
}

/** Status of a figure, from the status of its period. */
export function statusOf(period: string | undefined): ObservationStatus | null {
  if (period === undefined || period === '') return null
  return /voorlopig/i.test(period) ? 'provisional' : 'final'
}

interface Context {
  mapping: CbsMapping
  table: CbsTable
  regions: ReadonlyMap<string, string>
  indicators: ReadonlyMap<string, string>
}

/** The figure in one observation; null for a region, period or breakdown that we leave out. */
export function toFigure(
  row: CbsObservation,
  { mapping, table, regions, indicators }: Context,
): StagedFigure | null {
  const measure = mapping.measures[row.Measure.trim()]
  const text = (name: string) => {
    const code = row[name]
    return typeof code === 'string' ? code.trim() : ''
  }
  const indicatorId = indicators.get(measure?.indicator ?? '')
  const regionId = regions.get(
    mapping.regionDimension === null ? 'NL' : regionCode(text(mapping.regionDimension)),
  )
  const period = periodNumber(text(mapping.periodDimension))
  if (
    measure === undefined ||
    indicatorId === undefined ||
    regionId === undefined ||
    period === null
  )
    return null
  if (Object.entries(mapping.only).some(([name, code]) => text(name) !== code.trim())) return null
  const others = table.dimensions.filter(
    (name) =>
      name !== mapping.periodDimension &&
      name !== mapping.regionDimension &&
      mapping.only[name] === undefined,
  )
  const value = row.Value === null ? null : String(Number((row.Value * measure.factor).toFixed(4)))
  const status = statusOf(table.periodStatus.get(text(mapping.periodDimension)))
  return {
    indicatorId,
    regionId,
    period,
    breakdown: breakdownKey(Object.fromEntries(others.map((name) => [name, text(name)]))),
    ...withAttribute(value, row.ValueAttribute ?? null, status),
  }
}
