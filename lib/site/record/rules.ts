/**
 * The record shows the last 30 days unless another period is asked, newest first. A page begins
 * after an event instead of at a number, so that a table of millions is read by its index. Free
 * text finds names of people, initiatives and organisations; the record itself holds none.
 * Source: docs/quality.md, "Record".
 */
import { addDays, isCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import words from '@/messages/nl/base/audit.json'
import type { AuditAction, AuditObject } from '@/lib/base/audit/types'
import type { ActionGroup, Cursor, ObjectKey, RecordQuery } from './types'

export const PAGE_SIZE = 50
export const DEFAULT_DAYS = 30
/** Names that a search follows; more of them asks for a better search. */
export const MAX_FOUND = 100

export const ACTIONS = Object.keys(words.sentence).map(
  (key) => key.replaceAll('_', '.') as AuditAction,
)
const OBJECTS = Object.keys(words.object) as AuditObject[]

export const isAction = (text: string): text is AuditAction => ACTIONS.some((one) => one === text)
export const isObject = (text: string): text is AuditObject => OBJECTS.some((one) => one === text)

/** The key of the sentence of an action. */
export const sentenceKey = (action: AuditAction) =>
  action.replaceAll('.', '_') as keyof typeof words.sentence

const NOUNS: Readonly<Record<ActionGroup, readonly string[]>> = {
  initiatives: ['initiative', 'initiativeImport', 'revision', 'overlap', 'collection'],
  judgement: ['assessment', 'round', 'contest', 'measurement', 'reconsideration'],
  policy: [
    'goal',
    'goals',
    'measure',
    'funding',
    'monitor',
    'policy',
    'policyIndicator',
    'policyRound',
    'paper',
    'expectation',
    'verdict',
  ],
  figures: ['dataset', 'sample', 'indicator', 'import'],
  exchange: [
    'adoption',
    'advice',
    'call',
    'contact',
    'enquiry',
    'regionContact',
    'meeting',
    'obstacle',
    'question',
    'learning',
  ],
  people: ['membership', 'platformRole', 'invitation', 'organisation'],
  vocabularies: ['term', 'suggestion', 'division'],
  access: ['access', 'factor', 'identity', 'session', 'user', 'saved-search'],
  reading: [],
  system: ['mail', 'job', 'settings', 'seed', 'file'],
}
export const GROUPS = Object.keys(NOUNS) as ActionGroup[]

const MANAGING: readonly AuditAction[] = ['user.disable', 'user.enable', 'user.handOver']

/** The kind under which an action is found. */
export function groupOf(action: AuditAction): ActionGroup {
  if (/\.(?:read|export)$/.test(action) && action !== 'verdict.read') return 'reading'
  if (MANAGING.includes(action)) return 'people'
  const [noun = ''] = action.split('.')
  return GROUPS.find((group) => NOUNS[group].includes(noun)) ?? 'system'
}

export const actionsOf = (group: ActionGroup): AuditAction[] =>
  ACTIONS.filter((action) => groupOf(action) === group)

/** Nouns without a kind of their own; a test keeps this empty. */
export const ungrouped = (): AuditAction[] =>
  ACTIONS.filter(
    (action) => groupOf(action) === 'system' && !NOUNS.system.includes(action.split('.')[0] ?? ''),
  )

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readObject(text: string): ObjectKey | null {
  const [type = '', id = '', ...rest] = text.split(':')
  return isObject(type) && /^[\w-]{1,60}$/.test(id) && rest.length === 0 ? { type, id } : null
}

export const objectParameter = ({ type, id }: ObjectKey) => `${type}:${id}`

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** Reads an address; what is unknown counts as not asked. `today` is the day in the Netherlands. */
export function readQuery(raw: Raw, today: CalendarDate): RecordQuery {
  const text = (key: string) => (typeof raw[key] === 'string' ? raw[key].trim() : '')
  const [asked, until] = [text('van'), text('tot')]
  const last = isCalendarDate(until) ? until : today
  const first = isCalendarDate(asked) ? asked : addDays(last, 1 - DEFAULT_DAYS)
  const isPeriodRight = first <= last
  const person = text('persoon')
  return {
    text: text('zoek').slice(0, 100),
    personId: UUID.test(person) ? person : null,
    object: readObject(text('voorwerp')),
    group: GROUPS.find((one) => one === text('soort')) ?? null,
    from: isPeriodRight ? first : addDays(today, 1 - DEFAULT_DAYS),
    until: isPeriodRight ? last : today,
    isPeriodRight,
  }
}

/** The query as an address again; `today` leaves out the period that is shown by itself. */
export function toParameters(query: RecordQuery, today: CalendarDate): Record<string, string> {
  const isDefault = query.until === today && query.from === addDays(today, 1 - DEFAULT_DAYS)
  return {
    ...(query.text !== '' && { zoek: query.text }),
    ...(query.personId !== null && { persoon: query.personId }),
    ...(query.object !== null && { voorwerp: objectParameter(query.object) }),
    ...(query.group !== null && { soort: query.group }),
    ...(!isDefault && { van: query.from, tot: query.until }),
  }
}

/** The period and kind, which stay when someone looks at another person or object. */
export const listParameters = (parameters: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(parameters).filter(([name]) => ['soort', 'van', 'tot'].includes(name)),
  )

const LAST_MOMENT = 253_402_300_799_999

/** Null when it is none. */
export function readCursor(text: unknown): Cursor | null {
  const [, at = '', id = ''] =
    (typeof text === 'string' && /^(\d{1,15})-(\d{1,18})$/.exec(text)) || []
  return at === '' || Number(at) > LAST_MOMENT ? null : { at: new Date(Number(at)), id }
}

export const cursorParameter = ({ at, id }: Cursor) => `${at.getTime()}-${id}`
