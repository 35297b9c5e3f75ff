/** What rows of an import say of the same goal, measure or indicator. */
import { readYesNo } from '@/lib/knowledge/initiative-imports/cells.rules'
import { indicatorNumber, isTwoWays, unitFault } from '@/lib/monitor/policy-indicators/schema'
import type { PolicyUnit } from '@/lib/monitor/policy-indicators/types'
import { overlapOf, unitOf } from './import-choices.rules'
import type { ImportColumn, ImportRow, ImportText, RowFault } from './types'

const lower = (text: string) => text.toLowerCase()

export const goalKey = (row: ImportRow) => lower(row.goal)
/** Of a goal by its title and a measure by its title. */
export const measureKey = (row: ImportRow) => `${lower(row.goal)}\n${lower(row.measure)}`
export const indicatorKey = (row: ImportRow) => `${measureKey(row)}\n${lower(row.indicator)}`

/** Of what the people and the indicator of a row are: its measure, else its goal. */
export const holderKey = (row: ImportRow) => (row.measure === '' ? goalKey(row) : measureKey(row))
/** The days of a row with money are those of the money. */
export const periodKey = (row: ImportRow) => (row.provider === '' ? holderKey(row) : null)

/** The first row that names each thing. */
export function firstRows(
  rows: readonly ImportRow[],
  key: (row: ImportRow) => string | null,
): ReadonlyMap<string, ImportRow> {
  const first = new Map<string, ImportRow>()
  for (const row of rows) {
    const of = key(row)
    if (of !== null && !first.has(of)) first.set(of, row)
  }
  return first
}

const OF_GOAL = ['carriedBy', 'goalStartsOn', 'goalEndsOn'] as const
const OF_PEOPLE = ['group', 'planned', 'reached'] as const
const OF_INDICATOR = [
  'unit',
  'lowerIsBetter',
  'baseline',
  'baselineYear',
  'target',
  'targetYear',
] as const

interface Shared {
  columns: readonly ImportColumn[]
  key: (row: ImportRow) => string | null
  exists: ReadonlySet<string>
}

/** A cell is written from the first row that names its thing: elsewhere it is empty or the same. */
function* sharedFaults(
  rows: readonly ImportRow[],
  { columns, key, exists }: Shared,
): Generator<RowFault> {
  const first = firstRows(rows, key)
  for (const row of rows) {
    const of = key(row)
    if (of === null) continue
    const earlier = first.get(of)
    for (const column of columns) {
      if (row[column] === '') continue
      if (exists.has(of)) yield { row: row.row, column, message: 'importExists' }
      else if (earlier && lower(earlier[column]) !== lower(row[column]))
        yield { row: row.row, column, message: 'importDiffers', other: earlier.row }
    }
  }
}

const NUMBERS = ['baseline', 'target', 'value'] as const

function* numberFaults(row: ImportRow, unit: PolicyUnit): Generator<RowFault> {
  for (const column of NUMBERS) {
    const parsed = indicatorNumber.safeParse(row[column])
    if (!parsed.success) continue
    const message = isTwoWays(row[column], unit) ? 'twoWays' : unitFault(parsed.data, unit)
    if (message !== null) yield { row: row.row, column, message }
  }
}

function* indicatorFaults(
  rows: readonly ImportRow[],
  exists: ReadonlySet<string>,
): Generator<RowFault> {
  const units = new Map<string, PolicyUnit | null>()
  const years = new Set<string>()
  for (const row of rows) {
    if (row.indicator === '') continue
    const key = indicatorKey(row)
    const fault = (column: ImportColumn, message: string) => ({ row: row.row, column, message })
    if (exists.has(key)) {
      yield fault('indicator', 'importExists')
      continue
    }
    const unit = units.has(key) ? (units.get(key) ?? null) : unitOf(row.unit)
    if (!units.has(key) && unit === null)
      yield fault('unit', row.unit === '' ? 'required' : 'unknownChoice')
    units.set(key, unit)
    if (unit !== null) yield* numberFaults(row, unit)
    if ('wrong' in readYesNo(row.lowerIsBetter)) yield fault('lowerIsBetter', 'importYesNo')
    if (row.valueYear === '') continue
    if (years.has(`${key}\n${row.valueYear}`)) yield fault('valueYear', 'yearTwice')
    years.add(`${key}\n${row.valueYear}`)
  }
}

function* moneyFaults(row: ImportRow, labels: ImportText): Generator<RowFault> {
  if (row.overlap !== '' && overlapOf(row.overlap) === null)
    yield { row: row.row, column: 'overlap', message: 'unknownChoice' }
  if (row.alignment === '' || labels.unassessed.has(lower(row.alignment))) return
  if (!labels.alignments.has(lower(row.alignment)))
    yield { row: row.row, column: 'alignment', message: 'unknownChoice' }
  else if (row.alignmentNote === '')
    yield { row: row.row, column: 'alignmentNote', message: 'reason' }
}

/** The faults that show only when the rows are read together, or beside what is already there. */
export function rowsFaults(rows: readonly ImportRow[], labels: ImportText): RowFault[] {
  const exists = new Set([...labels.goals, ...labels.measures])
  return [
    ...sharedFaults(rows, { columns: OF_GOAL, key: goalKey, exists: labels.goals }),
    ...sharedFaults(rows, { columns: OF_PEOPLE, key: holderKey, exists }),
    ...sharedFaults(rows, { columns: ['startsOn', 'endsOn'], key: periodKey, exists }),
    ...sharedFaults(rows, {
      columns: OF_INDICATOR,
      key: (row) => (row.indicator === '' ? null : indicatorKey(row)),
      exists: new Set(),
    }),
    ...indicatorFaults(rows, labels.indicators),
    ...rows.flatMap((row) => [...moneyFaults(row, labels)]),
  ]
}
