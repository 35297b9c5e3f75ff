/**
 * A file becomes a plan: the drafts that it would make or change, and everything that is wrong, per
 * cell. A row with a fault is left out whole. A row with the key of an earlier import changes that
 * draft as long as nobody else did; a row without a key that has a title which the organisation has
 * already is a fault, so that the same file twice never doubles anything.
 * Source: docs/adr/0047-many-initiatives-at-once.md; docs/domain.md, section 4.
 */
import { nestRows } from '@/lib/base/http/form-data'
import { plain } from '@/lib/base/words/rules'
import { changedFields, contentToValues } from '@/lib/knowledge/revisions/rules'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import { cellText } from './cells.rules'
import { headerOf } from './columns.rules'
import { inputOf, lookupsOf, schemaFaults, take, type Lookups, type RowReader } from './input.rules'
import type {
  ColumnField,
  FaultCode,
  FileContent,
  FileRow,
  KeyedDraft,
  Known,
  Plan,
  RowFault,
  Standing,
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

/** As the columns stand in the file; what is about a column that is not there comes last. */
function inOrder(faults: readonly RowFault[], headers: readonly string[]): RowFault[] {
  const placeOf = ({ column }: RowFault) => {
    const at = headers.indexOf(column)
    return at < 0 ? headers.length : at
  }
  return faults.toSorted((a, b) => placeOf(a) - placeOf(b))
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
    plan.faults.push(...inOrder(check.faults, context.input.file.headers))
  } else if (draft && changedFields(draft.content, content).length === 0) plan.unchanged += 1
  else plan.write.push({ rowNumber: row.number, key, organisationId, content, draft })
}

/** Between these many rows others get their turn. */
const TURN_ROWS = 25

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
      content,
      draft && [draft.revisionId, draft.version],
    ]),
  ])

/** Share of a run that is done, in whole percents. */
export const percentDone = (progress: number, total: number): number =>
  total === 0 ? 0 : Math.min(100, Math.floor((progress / total) * 100))
