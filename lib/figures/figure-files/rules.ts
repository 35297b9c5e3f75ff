/**
 * How a row of a file becomes figures. Everything that is wrong with a row is told, with its column; a row with a fault
 * gives no figures at all, so that nobody has half of it. A formula that came in as text is refused: it is no figure,
 * and in someone's spreadsheet it would run.
 *
 * Source: DOMAIN.md section 3.4; QUALITY.md, "Hostile input".
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
/** More faults than anyone reads; counting goes on. */
export const ISSUE_LIMIT = 300

/** A number as text times a factor, in the four decimals that are kept; null when it is no number or too large. */
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

const STATUS_WORDS: readonly (readonly [RegExp, NonNullable<ReadFigure['status']>])[] = [
  [/^(nader )?voorlopig|^provisional|^p\*?$|^\*$/, 'provisional'],
  [/^definitief|^final|^d$|^$/, 'final'],
  [/^herzien|^gereviseerd|^revised|^r$/, 'revised'],
  [/^geheim|^vertrouwelijk|^withheld|^confidential|^x$/, 'withheld'],
]

/** The status by what stands in a cell; null when it is no word we know. */
export function readStatus(text: string): ReadFigure['status'] {
  return STATUS_WORDS.find(([word]) => word.test(text.trim().toLowerCase()))?.[1] ?? null
}

const OTHER: Readonly<Record<DecimalMark, DecimalMark>> = { comma: 'point', point: 'comma' }

/** Why a text is no figure here: a number of which the source said that it writes it in another way is named as one. */
function numberFault(text: string, factor: number, mark: DecimalMark): string {
  if (isFormula(text)) return 'formula'
  return scaledNumber(text, factor, OTHER[mark]) === null ? 'noNumber' : 'otherMark'
}

/** A cell that shows a percentage is a percentage; the factor that was right for the fraction behind it would count it twice. */
const isScaledTwice = (text: string, factor: number) => factor > 1 && text.endsWith('%')

const isFormula = (text: string) =>
  /^[=@]|^[+-](?![\d.,\s]+%?$)./.test(text) || text.startsWith('#')

/** Where each column of the mapping stands in this file; the names that are not there. */
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

/** The id of a region by what stands in a cell: a code, four digits of a municipality, or a name of the kind that was agreed. */
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
  /** Columns whose cell is a number of a workbook, written with a comma whatever the source says of its text. */
  numeric?: ReadonlySet<number>
}

/** The figures of one row, or what is wrong with it. An empty row is neither, nor is one whose indicator is left out. */
export function readRow(
  row: Row,
  at: ReadonlyMap<string, number>,
  mapping: FileMapping,
  names: RegionNames,
): { figures: ReadFigure[]; issues: RowIssue[] } {
  if (row.cells.every((cell) => cell === '')) return { figures: [], issues: [] }
  const issues: RowIssue[] = []
  const fault = (column: string | null, code: string, text = '') =>
    issues.push({ rowNumber: row.number, column, code, text: text.slice(0, 80) })
  const cell = (column: string) => row.cells[at.get(column) ?? -1] ?? ''
  const said =
    mapping.indicatorColumn === undefined
      ? undefined
      : mapping.indicators[cell(mapping.indicatorColumn)]
  if (said === null) return { figures: [], issues: [] }
  if (mapping.indicatorColumn !== undefined && said === undefined)
    fault(mapping.indicatorColumn, 'indicatorUnclear', cell(mapping.indicatorColumn))
  const place = cell(mapping.region)
  const regionId = findRegion(place, names, mapping.regionType)
  if (regionId === null)
    fault(
      mapping.region,
      isFormula(place) ? 'formula' : place === '' ? 'regionEmpty' : 'regionUnknown',
      place,
    )
  const when =
    mapping.periodColumn === undefined ? (mapping.period ?? '') : cell(mapping.periodColumn)
  const period = periodNumber(readPeriod(when) ?? '')
  if (period === null)
    fault(mapping.periodColumn ?? null, isFormula(when) ? 'formula' : 'periodUnclear', when)
  const status = mapping.statusColumn === undefined ? null : readStatus(cell(mapping.statusColumn))
  if (mapping.statusColumn !== undefined && status === null)
    fault(mapping.statusColumn, 'statusUnclear', cell(mapping.statusColumn))
  const breakdown = breakdownKey(
    Object.fromEntries(
      Object.entries(mapping.breakdown).map(([column, name]) => [name, cell(column)]),
    ),
  )
  if (breakdown.length > MAX_BREAKDOWN) fault(null, 'breakdownLong')
  const figures: ReadFigure[] = []
  for (const { column, indicator = said, factor } of mapping.values) {
    const text = cell(column)
    if (text === '') continue
    const reason = mapping.missing[text] ?? (status === 'withheld' ? 'Confidential' : undefined)
    const mark = row.numeric?.has(at.get(column) ?? -1) === true ? 'comma' : mapping.decimalMark
    const value = reason === undefined ? scaledNumber(text, factor, mark) : null
    if (isScaledTwice(text, factor)) fault(column, 'percentTwice', text)
    else if (reason === undefined && value === null)
      fault(column, numberFault(text, factor, mark), text)
    else if (regionId !== null && period !== null && indicator !== undefined)
      figures.push({
        indicator,
        regionId,
        period,
        breakdown,
        value,
        attribute: reason ?? null,
        status,
      })
  }
  return issues.length > 0 ? { figures: [], issues } : { figures, issues }
}
