/**
 * How a row of a file becomes figures. Everything that is wrong with a row is told, with its column; a row with a fault
 * gives no figures at all, so that nobody has half of it. A formula that came in as text is refused: it is no figure,
 * and in someone's spreadsheet it would run.
 *
 * Source: DOMAIN.md section 3.4; QUALITY.md, "Hostile input".
 */
import { regionCode } from '@/lib/cbs/rules'
import { parseDutchNumber } from '@/lib/platform/number'
import { breakdownKey, periodNumber, readPeriod } from '@/lib/statistics/rules'
import type { FileMapping } from './schema'
import type { ImportIssueView, ReadFigure } from './types'

export interface RegionNames {
  byCode: ReadonlyMap<string, string>
  /** By kind and lower-case name. */
  byName: ReadonlyMap<string, string>
}

const MAX_NUMBER = /^-?\d{1,13}(\.\d+)?$/
const DECIMALS = 4

/** A number as text times a factor, in the four decimals that are kept; null when it is no number or too large. */
export function scaledNumber(text: string, factor: number): string | null {
  const bare = parseDutchNumber(text.replace(/\s*%$/, ''))
  if (bare === null || !MAX_NUMBER.test(bare)) return null
  if (factor === 1 && (bare.split('.')[1] ?? '').length <= DECIMALS) return bare
  const value = Number(bare) * factor
  return Number.isFinite(value) && Math.abs(value) < 1e14 ? String(Number(value.toFixed(DECIMALS))) : null
}

const isFormula = (text: string) => /^[=@]|^[+-](?![\d.,\s]+%?$)./.test(text) || text.startsWith('#')

/** Where each column of the mapping stands in this file; the names that are not there. */
export function findColumns(header: readonly string[], mapping: FileMapping): { at: Map<string, number>; missing: string[]; twice: string[] } {
  const wanted = [mapping.region, ...(mapping.periodColumn === undefined ? [] : [mapping.periodColumn]), ...mapping.values.map(({ column }) => column), ...Object.keys(mapping.breakdown)]
  const bare = header.map((text) => text.trim().toLowerCase())
  const at = new Map<string, number>()
  const missing: string[] = []
  const twice: string[] = []
  for (const column of new Set(wanted)) {
    const first = bare.indexOf(column.trim().toLowerCase())
    if (first === -1) missing.push(column)
    else if (bare.lastIndexOf(column.trim().toLowerCase()) !== first) twice.push(column)
    else at.set(column, first)
  }
  return { at, missing, twice }
}

/** The id of a region by what stands in a cell: a code, four digits of a municipality, or a name of the kind that was agreed. */
export function findRegion(text: string, names: RegionNames, type: FileMapping['regionType']): string | null {
  const code = regionCode(text)
  const byCode = names.byCode.get(code) ?? (/^\d{1,4}$/.test(code) && type === 'municipality' ? names.byCode.get(`GM${code.padStart(4, '0')}`) : undefined)
  return byCode ?? (type === undefined ? undefined : names.byName.get(`${type}|${text.trim().toLowerCase()}`)) ?? null
}

/** The figures of one row, or what is wrong with it. An empty row is neither. */
export function readRow(row: { number: number; cells: readonly string[] }, at: ReadonlyMap<string, number>, mapping: FileMapping, names: RegionNames): { figures: ReadFigure[]; issues: ImportIssueView[] } {
  if (row.cells.every((cell) => cell === '')) return { figures: [], issues: [] }
  const issues: ImportIssueView[] = []
  const fault = (column: string | null, code: string, text = '') => issues.push({ rowNumber: row.number, column, code, text: text.slice(0, 80) })
  const cell = (column: string) => row.cells[at.get(column) ?? -1] ?? ''
  const place = cell(mapping.region)
  const regionId = findRegion(place, names, mapping.regionType)
  if (regionId === null) fault(mapping.region, isFormula(place) ? 'formula' : place === '' ? 'regionEmpty' : 'regionUnknown', place)
  const when = mapping.periodColumn === undefined ? (mapping.period ?? '') : cell(mapping.periodColumn)
  const period = periodNumber(readPeriod(when) ?? '')
  if (period === null) fault(mapping.periodColumn ?? null, isFormula(when) ? 'formula' : 'periodUnclear', when)
  const dimensions = Object.fromEntries(Object.entries(mapping.breakdown).map(([column, name]) => [name, cell(column)]))
  const breakdown = breakdownKey(dimensions)
  if (breakdown.length > 200) fault(null, 'breakdownLong')
  const figures: ReadFigure[] = []
  for (const { column, indicator, factor } of mapping.values) {
    const text = cell(column)
    if (text === '') continue
    const reason = mapping.missing[text]
    const value = reason === undefined ? scaledNumber(text, factor) : null
    if (reason === undefined && value === null) fault(column, isFormula(text) ? 'formula' : 'noNumber', text)
    else if (regionId !== null && period !== null) figures.push({ indicator, regionId, period, breakdown, value, attribute: reason ?? null })
  }
  return issues.length > 0 ? { figures: [], issues } : { figures, issues }
}
