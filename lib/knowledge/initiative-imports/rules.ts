/**
 * A file becomes a plan: the drafts that it would make or change, and everything that is wrong, per
 * cell. A row with a fault is left out whole. A row with the key of an earlier import changes that
 * draft as long as nobody else did; a row without a key that has a title which the organisation has
 * already is a fault, so that the same file twice never doubles anything.
 * Source: docs/adr/0047-many-initiatives-at-once.md; docs/domain.md, section 4.
 */
import type { z } from 'zod'
import { nestRows } from '@/lib/base/http/form-data'
import { plain } from '@/lib/base/words/rules'
import { linesToSteps } from '@/lib/knowledge/revisions/parts.rules'
import { changedFields, contentToValues } from '@/lib/knowledge/revisions/rules'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import {
  cellText,
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
import { headerOf } from './columns.rules'
import { organisationLookup, regionLookup, termLookup, type Lookup } from './names.rules'
import {
  LINE_COLUMNS,
  TERM_COLUMNS,
  type ColumnField,
  type FaultCode,
  type FaultDetail,
  type FileContent,
  type FileRow,
  type KeyedDraft,
  type Known,
  type Plan,
  type RowFault,
  type Standing,
  type TermColumn,
} from './types'

/** In one file; more is a task for who runs the installation. */
export const MAX_ROWS = 10_000
export const MAX_COLUMNS = 100
/** Listed and stored; all are counted. */
export const MAX_FAULTS = 10_000
const MAX_KEY = 80
const SHOWN_VALUE = 160

/** Keys of the rows of the template that explain and show. */
export const EXAMPLE_KEYS = { note: 'UITLEG', first: 'VOORBEELD-1', second: 'VOORBEELD-2' } as const

/** Rows of the template that were left in. */
export const isExample = (key: string): boolean =>
  Object.values(EXAMPLE_KEYS).some((one) => one === key.trim().toUpperCase())

type FieldOfDraft = Exclude<ColumnField, 'key' | 'organisation' | 'period'>

interface RowReader {
  text: (field: ColumnField) => string
  /** The cell with its lines, as long texts have them. */
  has: (field: ColumnField) => boolean
  fault: (field: ColumnField, code: FaultCode, detail?: FaultDetail) => void
}

type Lookups = Record<TermColumn | 'regions' | 'organisations', Lookup>

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

function take<T>(read: Read<T>, field: ColumnField, { fault }: RowReader): T | undefined {
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

function timeInput(row: RowReader): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  if (row.has('lifecycle'))
    input.lifecycle = take(readStage(row.text('lifecycle')), 'lifecycle', row) ?? 'unknown'
  const period = take(readPeriod(row.text('period')), 'period', row) ?? null
  if (row.has('period')) {
    input.startsOn = period?.startsOn ?? ''
    input.endsOn = period?.endsOn ?? ''
  }
  for (const [field, side] of [
    ['startsOn', 'first'],
    ['endsOn', 'last'],
  ] as const) {
    if (!row.has(field) || (row.text(field) === '' && row.has('period'))) continue
    const day = take(readDate(row.text(field), side), field, row) ?? ''
    if (day !== '' && period !== null && (period[field] ?? day) !== day)
      row.fault('period', 'periodTwice')
    input[field] = day
  }
  return input
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
  'stopReason',
  'ownerName',
  'contactName',
  'contactRole',
  'contactEmail',
] as const satisfies readonly FieldOfDraft[]

function inputOf(row: RowReader, lookups: Lookups): Record<string, unknown> {
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

function schemaFaults(error: z.ZodError, row: RowReader, columns: readonly string[]): void {
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

/** A draft that an import made may be changed by the next one only while nobody else touched it. */
function keyFault(draft: KeyedDraft): FaultCode | null {
  if (draft.status === 'published' || draft.status === 'superseded') return 'keyPublished'
  if (draft.status === 'submitted') return 'keySubmitted'
  return draft.isLatest && draft.status === 'draft' && draft.version === draft.written
    ? null
    : 'keyChanged'
}

export interface CheckInput {
  file: FileContent
  columns: readonly string[]
  known: Known
  standing: Standing
  /** Null when a column names the organisation. */
  organisationId: string | null
}

interface Seen {
  keys: Map<string, number>
  titles: Map<string, number>
}

const titleKey = (organisationId: string, title: string) => `${organisationId} ${plain(title)}`

class RowCheck {
  readonly faults: RowFault[] = []
  readonly reader: RowReader
  private readonly row: FileRow

  constructor(row: FileRow, { file, columns }: CheckInput) {
    this.row = row
    const placeOf = (field: ColumnField) => columns.indexOf(field)
    const text = (field: ColumnField) => cellText(row.cells[placeOf(field)] ?? '')
    this.reader = {
      text,
      has: (field) => placeOf(field) >= 0,
      fault: (field, code, detail = {}) => {
        this.faults.push({
          rowNumber: this.row.number,
          column: file.headers[placeOf(field)] ?? headerOf(field),
          value: text(field).slice(0, SHOWN_VALUE),
          code,
          detail,
        })
      },
    }
  }
}

function organisationIn(reader: RowReader, input: CheckInput, lookups: Lookups): string | null {
  if (input.organisationId !== null) return input.organisationId
  const name = reader.text('organisation')
  if (name === '') {
    reader.fault('organisation', 'required')
    return null
  }
  return take(lookups.organisations.find(name), 'organisation', reader) ?? null
}

function checkKey(key: string, organisationId: string, check: RowCheck, row: FileRow, seen: Seen) {
  if (key.length > MAX_KEY) check.reader.fault('key', 'tooLong', { max: MAX_KEY })
  const place = `${organisationId} ${key.toLowerCase()}`
  const before = seen.keys.get(place)
  if (before === undefined) seen.keys.set(place, row.number)
  else check.reader.fault('key', 'keyTwice', { row: before })
}

interface Context {
  input: CheckInput
  lookups: Lookups
  drafts: ReadonlyMap<string, KeyedDraft>
  titles: ReadonlySet<string>
  seen: Seen
}

function checkTitle(check: RowCheck, row: FileRow, organisationId: string, context: Context) {
  const title = check.reader.text('title')
  if (title === '') return
  const place = titleKey(organisationId, title)
  const before = context.seen.titles.get(place)
  if (before !== undefined) check.reader.fault('title', 'titleTwice', { row: before })
  else if (context.titles.has(place)) check.reader.fault('title', 'titleExists')
  else context.seen.titles.set(place, row.number)
}

function draftOf(
  check: RowCheck,
  row: FileRow,
  place: { key: string; organisationId: string },
  context: Context,
): KeyedDraft | null {
  const { key, organisationId } = place
  if (key === '') {
    checkTitle(check, row, organisationId, context)
    return null
  }
  checkKey(key, organisationId, check, row, context.seen)
  const draft = context.drafts.get(`${organisationId} ${key.toLowerCase()}`) ?? null
  const code = draft && keyFault(draft)
  if (code) check.reader.fault('key', code)
  return draft
}

function contentOf(check: RowCheck, draft: KeyedDraft | null, context: Context) {
  const stored = draft ? nestRows(contentToValues(draft.content)) : {}
  const input = { ...stored, ...inputOf(check.reader, context.lookups) }
  const parsed = draftSchema.safeParse(input)
  if (parsed.success) return parsed.data
  schemaFaults(parsed.error, check.reader, context.input.columns)
  return null
}

function checkRow(row: FileRow, plan: Plan, context: Context): void {
  const check = new RowCheck(row, context.input)
  const organisationId = organisationIn(check.reader, context.input, context.lookups)
  const key = check.reader.text('key')
  const place = { key, organisationId: organisationId ?? '' }
  const draft = draftOf(check, row, place, context)
  const content = contentOf(check, draft, context)
  if (check.faults.length > 0 || content === null || organisationId === null) {
    plan.faultyRows += 1
    plan.faults.push(...check.faults)
  } else if (draft && changedFields(draft.content, content).length === 0) plan.unchanged += 1
  else plan.write.push({ rowNumber: row.number, key, organisationId, content, draft })
}

/** Between these many rows others get their turn. */
const TURN_ROWS = 100

/** What a file would do, row by row; gives way in between, so that pages keep being answered. */
export async function planOf(
  input: CheckInput,
  giveWay: () => Promise<void> = () => Promise.resolve(),
): Promise<Plan> {
  const { file, known, standing } = input
  const context: Context = {
    input,
    lookups: lookupsOf(known),
    drafts: new Map(
      standing.drafts.map((one) => [`${one.organisationId} ${one.key.toLowerCase()}`, one]),
    ),
    titles: new Set(
      standing.titles.map(({ organisationId, title }) => titleKey(organisationId, title)),
    ),
    seen: { keys: new Map(), titles: new Map() },
  }
  const plan: Plan = {
    rows: file.rows.length,
    write: [],
    unchanged: 0,
    faultyRows: 0,
    faults: [],
  }
  for (const [at, row] of file.rows.entries()) {
    checkRow(row, plan, context)
    if (at % TURN_ROWS === TURN_ROWS - 1) await giveWay()
  }
  return plan
}

/** What a plan would write, as a text to compare: other drafts or other words make it another. */
export const planText = ({ write, unchanged, faultyRows }: Plan): string =>
  JSON.stringify([
    unchanged,
    faultyRows,
    write.map(({ rowNumber, key, organisationId, content, draft }) => [
      rowNumber,
      key,
      organisationId,
      content satisfies DraftContent,
      draft && [draft.revisionId, draft.version],
    ]),
  ])

/** Share of a run that is done, in whole percents. */
export const percentDone = (progress: number, total: number): number =>
  total === 0 ? 0 : Math.min(100, Math.floor((progress / total) * 100))
