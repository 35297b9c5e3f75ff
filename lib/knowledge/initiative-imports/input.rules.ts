/**
 * The cells of a row as the values that the form of a draft sends, so that one schema reads both.
 * Source: docs/adr/0047-many-initiatives-at-once.md; docs/domain.md, section 4.
 */
import type { z } from 'zod'
import { linesToSteps } from '@/lib/knowledge/revisions/parts.rules'
import {
  linesIn,
  namesIn,
  type Read,
  readDate,
  readPeriod,
  readResult,
  readStage,
  readYesNo,
  sourceOf,
} from './cells.rules'
import { organisationLookup, regionLookup, termLookup, type Lookup } from './names.rules'
import {
  LINE_COLUMNS,
  TERM_COLUMNS,
  type ColumnField,
  type FaultCode,
  type FaultDetail,
  type Known,
  type Period,
  type TermColumn,
} from './types'

type FieldOfDraft = Exclude<ColumnField, 'key' | 'organisation' | 'period'>

export interface RowReader {
  text: (field: ColumnField) => string
  /** The cell with its lines, as long texts have them. */
  has: (field: ColumnField) => boolean
  fault: (field: ColumnField, code: FaultCode, detail?: FaultDetail) => void
}

export type Lookups = Record<TermColumn | 'regions' | 'organisations', Lookup>

/** Names to look up, of all vocabularies, regions and organisations. */
export function lookupsOf(known: Known): Lookups {
  const terms = Object.fromEntries(
    TERM_COLUMNS.map((field) => [field, termLookup(known.terms[field])]),
  ) as Record<TermColumn, Lookup>
  return {
    ...terms,
    regions: regionLookup(known),
    organisations: organisationLookup(known.organisations),
  }
}

/** The value, or undefined after the fault was noted. */
export function take<T>(read: Read<T>, field: ColumnField, { fault }: RowReader): T | undefined {
  if ('value' in read) return read.value
  fault(field, read.wrong.code, read.wrong.detail)
  return undefined
}

function slugsIn(field: ColumnField, lookup: Lookup, row: RowReader): string[] {
  return namesIn(row.text(field)).flatMap((name) => take(lookup.find(name), field, row) ?? [])
}

function styleIn(row: RowReader, lookup: Lookup): string {
  const slugs = slugsIn('style', lookup, row)
  if (slugs.length > 1) row.fault('style', 'single')
  return slugs[0] ?? ''
}

function namedInput(row: RowReader, lookups: Lookups): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const field of TERM_COLUMNS)
    if (row.has(field))
      input[field] =
        field === 'style' ? styleIn(row, lookups.style) : slugsIn(field, lookups[field], row)
  if (row.has('regions')) input.regions = slugsIn('regions', lookups.regions, row)
  return input
}

function periodInput(row: RowReader): { period: Period | null; input: Record<string, unknown> } {
  if (!row.has('period')) return { period: null, input: {} }
  const period = take(readPeriod(row.text('period')), 'period', row) ?? null
  return {
    period,
    input: { startsOn: period?.startsOn ?? '', endsOn: period?.endsOn ?? '' },
  }
}

const SIDES = { startsOn: 'first', endsOn: 'last' } as const

/** A day of its own; where it is empty, the period says it. */
function dayInput(
  field: keyof typeof SIDES,
  period: Period | null,
  row: RowReader,
): Record<string, unknown> {
  if (!row.has(field) || (row.text(field) === '' && row.has('period'))) return {}
  const day = take(readDate(row.text(field), SIDES[field]), field, row) ?? ''
  if (day !== '' && period !== null && (period[field] ?? day) !== day)
    row.fault('period', 'periodTwice')
  return { [field]: day }
}

function timeInput(row: RowReader): Record<string, unknown> {
  const { period, input } = periodInput(row)
  if (row.has('lifecycle'))
    input.lifecycle = take(readStage(row.text('lifecycle')), 'lifecycle', row) ?? 'unknown'
  return { ...input, ...dayInput('startsOn', period, row), ...dayInput('endsOn', period, row) }
}

function rowInput(row: RowReader): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  if (row.has('steps')) input.steps = linesToSteps(linesIn(row.text('steps')).join('\n'))
  if (row.has('sources')) input.sources = linesIn(row.text('sources')).map(sourceOf)
  if (row.has('results'))
    input.results = linesIn(row.text('results')).flatMap((line) => {
      const read = take(readResult(line), 'results', row)
      return read ? [read] : []
    })
  for (const field of [...LINE_COLUMNS, 'partners'] as const)
    if (row.has(field)) input[field] = linesIn(row.text(field)).join('\n')
  if (row.has('contactConsent')) {
    const isGiven = take(readYesNo(row.text('contactConsent')), 'contactConsent', row)
    // What cannot be read is one fault, and no second one about the consent that is missing.
    input.contactConsent = isGiven === false ? '' : 'on'
  }
  return input
}

const TEXTS = [
  'title',
  'summary',
  'problem',
  'story',
  'stopReason',
  'ownerName',
  'contactName',
  'contactRole',
  'contactEmail',
] as const satisfies readonly FieldOfDraft[]

/** The cells of a row as the form of a draft would send them; columns that are not there are left out. */
export function inputOf(row: RowReader, lookups: Lookups): Record<string, unknown> {
  const texts = TEXTS.filter((field) => row.has(field)).map((field) => [field, row.text(field)])
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    ...namedInput(row, lookups),
    ...timeInput(row),
    ...rowInput(row),
  }
}

const CODES: Readonly<Record<string, FaultCode>> = {
  required: 'required',
  tooLong: 'tooLong',
  lineTooLong: 'lineTooLong',
  tooManyLines: 'tooManyLines',
  tooMany: 'tooMany',
  date: 'date',
  number: 'number',
  url: 'url',
  email: 'email',
  endBeforeStart: 'endBeforeStart',
  consent: 'consent',
}

/** What the rules of a draft find wrong, at the cells where it stands. */
export function schemaFaults(error: z.ZodError, row: RowReader, columns: readonly string[]): void {
  for (const issue of error.issues) {
    const [head, line] = issue.path
    const field = String(head ?? 'title') as ColumnField
    // A date that was wrong has had its words; of a period both ends stand in one cell.
    const isPeriod = (field === 'startsOn' || field === 'endsOn') && !columns.includes(field)
    row.fault(
      isPeriod && columns.includes('period') ? 'period' : field,
      CODES[issue.message] ?? 'invalid',
      {
        ...('maximum' in issue && { max: Number(issue.maximum) }),
        ...(typeof line === 'number' && { line: line + 1 }),
      },
    )
  }
}
