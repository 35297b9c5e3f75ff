/**
 * A row with a fault yields no figures at all. A formula that arrives as text is refused: in a
 * spreadsheet it would run.
 * Source: docs/domain.md, 3.4; docs/quality.md, "Input and output".
 */
import { regionCode } from '@/lib/figures/cbs/rules'
import { parseMarkedNumber, withoutPercent, type DecimalMark } from '@/lib/base/text/number'
import { breakdownKey, periodNumber, readPeriod } from '@/lib/figures/statistics/rules'
import type { RegionNames } from '@/lib/figures/statistics/types'
import type { FileMapping } from './schema'
import type { ReadFigure, RowIssue } from './types'

const MAX_NUMBER = /^-?\d{1,13}(\.\d+)?$/
const DECIMALS = 4
const MAX_BREAKDOWN = 200
/** Issues over this limit are counted but not stored. */
export const ISSUE_LIMIT = 300

/** A number as text times a factor, to four decimals; null when it is no number or too large. */
export function scaledNumber(
  text: string,
  factor: number,
  mark: DecimalMark = 'comma',
): string | null {
  const bare = parseMarkedNumber(withoutPercent(text), mark)
  if (bare === null || !MAX_NUMBER.test(bare)) return null
  if (factor === 1 && (bare.split('.')[1] ?? '').length <= DECIMALS) return bare
  const value = Number(bare) * factor
  return Number.isFinite(value) && Math.abs(value) < 1e14
    ? String(Number(value.toFixed(DECIMALS)))
    : null
}

const STATUS_PATTERNS: readonly (readonly [RegExp, NonNullable<ReadFigure['status']>])[] = [
  [/^(nader )?voorlopig|^provisional|^p\*?$|^\*$/, 'provisional'],
  [/^definitief|^final|^d$|^$/, 'final'],
  [/^herzien|^gereviseerd|^revised|^r$/, 'revised'],
  [/^geheim|^vertrouwelijk|^withheld|^confidential|^x$/, 'withheld'],
]

/** The status named in a cell; null for an unknown word. */
export function readStatus(text: string): ReadFigure['status'] {
  return STATUS_PATTERNS.find(([word]) => word.test(text.trim().toLowerCase()))?.[1] ?? null
}

const OTHER: Readonly<Record<DecimalMark, DecimalMark>> = { comma: 'point', point: 'comma' }

function numberFault(text: string, factor: number, mark: DecimalMark): string {
  if (isFormula(text)) return 'formula'
  return scaledNumber(text, factor, OTHER[mark]) === null ? 'noNumber' : 'otherMark'
}

/** A cell shown as a percentage is one already; the factor would scale it twice. */
const isScaledTwice = (text: string, factor: number) => factor > 1 && text.endsWith('%')

const isFormula = (text: string) =>
  /^[=@]|^[+-](?![\d.,\s]+%?$)./.test(text) || text.startsWith('#')

/** Where each mapped column is in this file, and the names that are missing. */
export function findColumns(
  header: readonly string[],
  mapping: FileMapping,
): { at: Map<string, number>; missing: string[]; twice: string[] } {
  const single = [
    mapping.region,
    mapping.periodColumn,
    mapping.statusColumn,
    mapping.indicatorColumn,
  ].filter((column) => column !== undefined)
  const wanted = [
    ...single,
    ...mapping.values.map(({ column }) => column),
    ...Object.keys(mapping.breakdown),
  ]
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

/** The id of a region by code, four-digit municipality code, or name of the agreed region type. */
export function findRegion(
  text: string,
  names: RegionNames,
  type: FileMapping['regionType'],
): string | null {
  const code = regionCode(text)
  const byCode =
    names.byCode.get(code) ??
    (/^\d{1,4}$/.test(code) && type === 'municipality'
      ? names.byCode.get(`GM${code.padStart(4, '0')}`)
      : undefined)
  return (
    byCode ??
    (type === undefined ? undefined : names.byName.get(`${type}|${text.trim().toLowerCase()}`)) ??
    null
  )
}

interface Row {
  number: number
  cells: readonly string[]
  /** Columns with a workbook number here: always with a comma, unlike text. */
  numeric?: ReadonlySet<number>
}

type Fault = (column: string | null, code: string, text?: string) => void

interface ImportRun {
  cell: (column: string) => string
  isNumeric: (column: string) => boolean
  fault: Fault
  mapping: FileMapping
}

function readIndicator({ cell, fault, mapping }: ImportRun): string | null | undefined {
  if (mapping.indicatorColumn === undefined) return undefined
  const text = cell(mapping.indicatorColumn)
  const indicator = mapping.indicators[text]
  if (indicator === undefined) fault(mapping.indicatorColumn, 'indicatorUnclear', text)
  return indicator
}

function readPlace({ cell, fault, mapping }: ImportRun, names: RegionNames): string | null {
  const place = cell(mapping.region)
  const regionId = findRegion(place, names, mapping.regionType)
  if (regionId !== null) return regionId
  const unnamed = place === '' ? 'regionEmpty' : 'regionUnknown'
  fault(mapping.region, isFormula(place) ? 'formula' : unnamed, place)
  return null
}

function readWhen({ cell, fault, mapping }: ImportRun): number | null {
  const when =
    mapping.periodColumn === undefined ? (mapping.period ?? '') : cell(mapping.periodColumn)
  const period = periodNumber(readPeriod(when) ?? '')
  if (period === null)
    fault(mapping.periodColumn ?? null, isFormula(when) ? 'formula' : 'periodUnclear', when)
  return period
}

function readRowStatus({ cell, fault, mapping }: ImportRun): ReadFigure['status'] {
  if (mapping.statusColumn === undefined) return null
  const status = readStatus(cell(mapping.statusColumn))
  if (status === null) fault(mapping.statusColumn, 'statusUnclear', cell(mapping.statusColumn))
  return status
}

function readBreakdown({ cell, fault, mapping }: ImportRun): string {
  const breakdown = breakdownKey(
    Object.fromEntries(
      Object.entries(mapping.breakdown).map(([column, name]) => [name, cell(column)]),
    ),
  )
  if (breakdown.length > MAX_BREAKDOWN) fault(null, 'breakdownLong')
  return breakdown
}

type Found = Pick<ReadFigure, 'value' | 'attribute'>

function readNumber(
  { cell, isNumeric, fault, mapping }: ImportRun,
  { column, factor }: Pick<FileMapping['values'][number], 'column' | 'factor'>,
  status: ReadFigure['status'],
): Found | null {
  const text = cell(column)
  const attribute = mapping.missing[text] ?? (status === 'withheld' ? 'Confidential' : null)
  const mark = isNumeric(column) ? 'comma' : mapping.decimalMark
  const value = attribute === null ? scaledNumber(text, factor, mark) : null
  if (isScaledTwice(text, factor)) fault(column, 'percentTwice', text)
  else if (attribute === null && value === null)
    fault(column, numberFault(text, factor, mark), text)
  else return { value, attribute }
  return null
}

/** Empty for an empty row and for one whose indicator is left out. */
export function readRow(
  row: Row,
  at: ReadonlyMap<string, number>,
  mapping: FileMapping,
  names: RegionNames,
): { figures: ReadFigure[]; issues: RowIssue[] } {
  if (row.cells.every((cell) => cell === '')) return { figures: [], issues: [] }
  const issues: RowIssue[] = []
  const run: ImportRun = {
    cell: (column) => row.cells[at.get(column) ?? -1] ?? '',
    isNumeric: (column) => row.numeric?.has(at.get(column) ?? -1) === true,
    fault: (column, code, text = '') =>
      issues.push({ rowNumber: row.number, column, code, text: text.slice(0, 80) }),
    mapping,
  }
  const said = readIndicator(run)
  if (said === null) return { figures: [], issues: [] }
  const regionId = readPlace(run, names)
  const period = readWhen(run)
  const status = readRowStatus(run)
  const breakdown = readBreakdown(run)
  const figures: ReadFigure[] = []
  for (const { column, indicator = said, factor } of mapping.values) {
    if (run.cell(column) === '') continue
    const found = readNumber(run, { column, factor }, status)
    if (found !== null && regionId !== null && period !== null && indicator !== undefined)
      figures.push({ indicator, regionId, period, breakdown, ...found, status })
  }
  return issues.length > 0 ? { figures: [], issues } : { figures, issues }
}
