/**
 * What a cell of the worksheet says, in the forms that Dutch tables use, and how it is shown again.
 * What can mean two things is a fault beside the cell and never guessed.
 * Source: docs/adr/0058-the-worksheet.md; lib/knowledge/initiative-imports/cells.rules.ts for days.
 */
import { type Amount, readAmount } from '@/lib/base/amounts/written.rules'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { Qualifier } from '@/lib/base/amounts/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { parseDutchNumber } from '@/lib/base/text/number'
import { cleanText } from '@/lib/base/text/text'
import { readDate } from '@/lib/knowledge/initiative-imports/cells.rules'
import { indicatorNumber, isTwoWays, unitFault } from '@/lib/monitor/policy-indicators/schema'
import type { PolicyUnit, YearValue } from '@/lib/monitor/policy-indicators/types'
import type { Column, RowKind } from './types'

export const MAX_CELL = 400
const MAX_TITLE = 200

export const EDITABLE: Readonly<Record<RowKind, readonly Column[]>> = {
  goal: ['title', 'who', 'startsOn', 'endsOn', 'planned', 'reached'],
  measure: ['title', 'who', 'startsOn', 'endsOn', 'planned', 'reached'],
  funding: ['title', 'amount', 'startsOn', 'endsOn'],
  indicator: ['title', 'target', 'value'],
}

export interface Target {
  value: number | null
  year: number | null
}

/** What a cell holds, by its column. */
export type CellValue =
  | { column: 'title'; text: string }
  | { column: 'who'; text: string | null }
  | { column: 'amount'; amount: Amount }
  | { column: 'startsOn' | 'endsOn'; day: CalendarDate | null }
  | { column: 'planned' | 'reached'; count: number | null }
  | { column: 'target'; target: Target }
  | { column: 'value'; value: number | null }

export type ReadCell = { value: CellValue } | { fault: string }

const fault = (key: string): ReadCell => ({ fault: key })

function readCount(cell: string): number | null | 'fault' {
  if (cell === '') return null
  const number = parseDutchNumber(cell)
  return number !== null && /^\d{1,9}$/.test(number) ? Number(number) : 'fault'
}

function readNumber(cell: string, unit: PolicyUnit): { value: number | null } | { fault: string } {
  const parsed = indicatorNumber.safeParse(cell)
  if (!parsed.success) return { fault: 'number' }
  const wrong = isTwoWays(cell, unit) ? 'twoWays' : unitFault(parsed.data, unit)
  return wrong === null ? { value: parsed.data } : { fault: wrong }
}

/** "60 (2028)" or "60 in 2028". */
const TARGET_YEAR = /(?:\(((?:19|20)\d{2})\)|\bin ((?:19|20)\d{2}))$/i

function readTarget(cell: string, unit: PolicyUnit): ReadCell {
  if (cell === '') return { value: { column: 'target', target: { value: null, year: null } } }
  const match = TARGET_YEAR.exec(cell)
  const year = match?.[1] ?? match?.[2]
  if (!match || year === undefined) return fault('targetYear')
  const text = cell.slice(0, match.index).trim()
  const read = readNumber(text, unit)
  if ('fault' in read) return fault(read.fault)
  if (read.value === null) return fault('number')
  return { value: { column: 'target', target: { value: read.value, year: Number(year) } } }
}

function readWords(column: 'title' | 'who', cell: string): ReadCell {
  if (cell.length > MAX_TITLE) return fault('tooLong')
  if (column === 'who') return { value: { column, text: cell === '' ? null : cell } }
  return cell === '' ? fault('required') : { value: { column, text: cell } }
}

function readDay(column: 'startsOn' | 'endsOn', cell: string): ReadCell {
  const read = readDate(cell, column === 'startsOn' ? 'first' : 'last')
  if ('value' in read) return { value: { column, day: read.value } }
  return fault(read.wrong.code === 'dateShort' ? 'dateShort' : 'date')
}

/** What was typed in a cell, or a key of `errors`. */
export function readCell(column: Column, typed: string, unit: PolicyUnit | null): ReadCell {
  const cell = cleanText(typed)
  switch (column) {
    case 'title':
    case 'who':
      return readWords(column, cell)
    case 'amount': {
      const amount = readAmount(cell)
      return amount === null ? fault('euro') : { value: { column, amount } }
    }
    case 'startsOn':
    case 'endsOn':
      return readDay(column, cell)
    case 'planned':
    case 'reached': {
      const count = readCount(cell)
      return count === 'fault' ? fault('integer') : { value: { column, count } }
    }
    case 'target':
      return readTarget(cell, unit ?? 'number')
    case 'value': {
      const read = readNumber(cell, unit ?? 'number')
      return 'fault' in read ? fault(read.fault) : { value: { column, value: read.value } }
    }
  }
}

const dutch = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 })
const number = (value: number | null) => (value === null ? '' : dutch.format(value))

export const dayText = (day: CalendarDate | null): string =>
  day === null ? '' : day.split('-').toReversed().join('-')

const WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  circa: 'circa ',
  minstens: 'minstens ',
  maximaal: 'hoogstens ',
}

export const amountText = (euro: number | null, qualifier: string | null): string =>
  euro === null ? '' : `${WORDS[qualifierOf(qualifier)]}${number(euro)}`

export const targetText = (target: YearValue | null): string =>
  target === null ? '' : `${number(target.value)} (${String(target.year)})`

/** A cell as the worksheet shows it; reading it again gives the same. */
export function cellText(cell: CellValue): string {
  switch (cell.column) {
    case 'title':
    case 'who':
      return cell.text ?? ''
    case 'amount':
      return amountText(cell.amount.euro, cell.amount.qualifier)
    case 'startsOn':
    case 'endsOn':
      return dayText(cell.day)
    case 'planned':
    case 'reached':
      return number(cell.count)
    case 'target': {
      const { value, year } = cell.target
      return value === null || year === null ? '' : targetText({ value, year })
    }
    case 'value':
      return number(cell.value)
  }
}

export const countText = number
