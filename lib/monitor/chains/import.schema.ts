import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { cleanText, requiredText } from '@/lib/base/text/text'
import { people } from '@/lib/monitor/policies/schema'
import { readAmount } from '@/lib/base/amounts/written.rules'
import { readDate } from '@/lib/knowledge/initiative-imports/cells.rules'
import { indicatorNumber } from '@/lib/monitor/policy-indicators/schema'
import { FIRST_INDICATOR_YEAR, LAST_INDICATOR_YEAR } from '@/lib/monitor/policy-indicators/rules'
import type { ImportColumn } from './types'

export const MAX_IMPORT_ROWS = 500
/** Numbered as a spreadsheet does, including empty rows. */
const MAX_SHEET_ROW = 1_048_576

const cell = (max: number) =>
  z.string().default('').transform(cleanText).pipe(z.string().max(max, 'tooLong'))
const checked = (max: number, isFault: (text: string) => string | null) =>
  cell(max).superRefine((text, context) => {
    const message = text === '' ? null : isFault(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })

const day = checked(100, (text) => {
  if (isCalendarDate(text)) return null
  const read = readDate(text, 'first')
  return 'wrong' in read && read.wrong.code === 'dateShort' ? 'dateShort' : 'date'
})
const count = checked(24, (text) => people.safeParse(text).error?.issues[0]?.message ?? null)
const number = checked(24, (text) => (indicatorNumber.safeParse(text).success ? null : 'number'))
const year = checked(10, (text) =>
  /^\d{4}$/.test(text) &&
  Number(text) >= FIRST_INDICATOR_YEAR &&
  Number(text) <= LAST_INDICATOR_YEAR
    ? null
    : 'year',
)

/** How many people a cell says; null when it is empty. Only for a cell without a fault. */
export const countOf = (text: string): number | null => people.parse(text)
export const numberOf = (text: string): number | null => indicatorNumber.parse(text)

type Cells = Readonly<Record<ImportColumn, string>>

const before = (start: string, end: string) =>
  isCalendarDate(start) && isCalendarDate(end) && end < start

const known = (text: string): number | null => {
  const parsed = people.safeParse(text)
  return parsed.success ? parsed.data : null
}

const isAboveGroup = (row: Cells, part: 'planned' | 'reached') => {
  const [group, some] = [known(row.group), known(row[part])]
  return group !== null && some !== null && some > group
}

const OF_MONEY = ['amount', 'fundingType', 'overlap', 'alignment', 'alignmentNote'] as const
const OF_INDICATOR = [
  'unit',
  'lowerIsBetter',
  'baseline',
  'baselineYear',
  'target',
  'targetYear',
  'value',
  'valueYear',
] as const
const PAIRS = [
  ['baseline', 'baselineYear'],
  ['target', 'targetYear'],
  ['value', 'valueYear'],
] as const
const DAYS = [
  ['startsOn', 'goalStartsOn'],
  ['endsOn', 'goalEndsOn'],
] as const
const isYear = (text: string) => /^\d{4}$/.test(text)

type CellFault = [ImportColumn, string]

function* dayFaults(row: Cells): Generator<CellFault> {
  if (before(row.startsOn, row.endsOn)) yield ['endsOn', 'endBeforeStart']
  if (before(row.goalStartsOn, row.goalEndsOn)) yield ['goalEndsOn', 'endBeforeStart']
  if (row.measure !== '') return
  for (const [own, of] of DAYS)
    if (row[own] !== '' && row[of] !== '' && row[own] !== row[of]) yield [own, 'importGoalDay']
}

function* pairFaults(row: Cells): Generator<CellFault> {
  for (const [of, at] of PAIRS) {
    if (row[of] !== '' && row[at] === '') yield [at, 'required']
    if (row[of] === '' && row[at] !== '') yield [of, 'required']
  }
  if (isYear(row.baselineYear) && isYear(row.targetYear) && row.targetYear <= row.baselineYear)
    yield ['targetYear', 'targetBeforeBaseline']
}

const hasAny = (row: Cells, of: readonly ImportColumn[]) => of.some((column) => row[column] !== '')

/** What the cells of one row say together; each rule points at the cell to mend. */
function* together(row: Cells): Generator<CellFault> {
  yield* dayFaults(row)
  for (const part of ['planned', 'reached'] as const)
    if (isAboveGroup(row, part)) yield [part, 'peopleAboveGroup']
  if (row.provider !== '' && row.measure === '') yield ['measure', 'required']
  if (row.provider === '' && hasAny(row, OF_MONEY)) yield ['provider', 'required']
  if (row.indicator === '' && hasAny(row, OF_INDICATOR)) yield ['indicator', 'required']
  yield* pairFaults(row)
}

/** Choices and what rows say together are checked later. */
export const importRowSchema = z
  .strictObject({
    row: z.int().min(1).max(MAX_SHEET_ROW),
    goal: z.string().default('').pipe(requiredText(200)),
    parent: cell(200),
    description: cell(2_000),
    carriedBy: cell(200),
    goalStartsOn: day,
    goalEndsOn: day,
    measure: cell(200),
    instrument: cell(100),
    responsible: cell(200),
    group: count,
    planned: count,
    reached: count,
    provider: cell(200),
    fundingType: cell(100),
    amount: checked(60, (text) => (readAmount(text) === null ? 'euro' : null)),
    overlap: cell(100),
    alignment: cell(200),
    alignmentNote: cell(2_000),
    startsOn: day,
    endsOn: day,
    indicator: cell(200),
    unit: cell(60),
    lowerIsBetter: cell(20),
    baseline: number,
    baselineYear: year,
    target: number,
    targetYear: year,
    value: number,
    valueYear: year,
  })
  // A refinement is skipped after a fault in a cell; here all faults come at once.
  .check(
    z.superRefine(
      (row, context) => {
        for (const [column, message] of together(row))
          context.addIssue({ code: 'custom', path: [column], message })
      },
      { when: () => true },
    ),
  )

export const importSchema = z.array(importRowSchema).min(1).max(MAX_IMPORT_ROWS)

export const undoImportSchema = z.strictObject({ regionId: z.uuid(), importId: z.uuid() })
