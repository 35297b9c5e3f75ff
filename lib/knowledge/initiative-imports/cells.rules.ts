/**
 * What a cell says, in the forms that Dutch tables use. What can mean two things is an error and
 * never guessed: a year of two digits, "tot 2026", "beëindigd". A month or year alone begins on its
 * first day and ends on its last.
 * Source: docs/adr/0047-many-initiatives-at-once.md; docs/document-reading.md for days and periods.
 */
import { cleanText } from '@/lib/base/text/text'
import { plain } from '@/lib/base/words/rules'
import { daysIn, periodIn } from '@/lib/knowledge/documents/dates.rules'
import type { ResultKind } from '@/lib/knowledge/revisions/types'
import type { FaultCode, FaultDetail, Lifecycle, Period } from './types'

export interface Wrong {
  code: FaultCode
  detail?: FaultDetail
}
export type Read<T> = { value: T } | { wrong: Wrong }

const wrong = (code: FaultCode, detail: FaultDetail = {}) => ({ wrong: { code, detail } })

/** Our own files set a quote before what a spreadsheet would run; it is no part of the text. */
export const cellText = (cell: string): string => cleanText(cell.replace(/^'(?=[=+\-@])/, ''))

/** Names in one cell, with a semicolon or line end between. */
export const namesIn = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map((name) => cellText(name))
    .filter((name) => name !== '')

/** One point a line; a dash or dot in front is no part of it. */
export const linesIn = (cell: string): string[] =>
  cell
    .split('\n')
    .map((line) => line.trim().replace(/^[-–•*]\s+/, ''))
    .filter((line) => line !== '')

const YES = new Set(['ja', 'j', 'x', 'waar', 'yes', 'y', 'true', '1'])
const NO = new Set(['nee', 'n', 'onwaar', 'no', 'false', '0', ''])

export function readYesNo(cell: string): Read<boolean> {
  const word = plain(cell)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : wrong('yesNo')
}

/** The first name of each is the one in the template. */
export const STAGES: Readonly<Record<Lifecycle, readonly [string, ...string[]]>> = {
  planned: ['Gepland', 'In voorbereiding', 'Voorbereiding', 'Nog niet gestart', 'Planned'],
  running: ['Loopt', 'Lopend', 'In uitvoering', 'Actief', 'Doorlopend', 'Running'],
  completed: ['Afgerond', 'Afgesloten', 'Voltooid', 'Klaar', 'Completed'],
  stopped: ['Gestopt', 'Stopgezet', 'Voortijdig gestopt', 'Gestaakt', 'Stopped'],
  unknown: ['Niet bekend', 'Onbekend', 'Unknown'],
}
const BY_STAGE = new Map(
  (Object.keys(STAGES) as Lifecycle[]).flatMap((stage) =>
    STAGES[stage].map((name) => [plain(name), stage] as const),
  ),
)
/** Said of what was finished and of what was broken off. */
const TWOFOLD = new Set(['beeindigd', 'geeindigd', 'afgelopen', 'einde'])

export function readStage(cell: string): Read<Lifecycle> {
  const word = plain(cell)
  const stage = word === '' ? 'unknown' : BY_STAGE.get(word)
  if (stage !== undefined) return { value: stage }
  return wrong(TWOFOLD.has(word) ? 'stageTwofold' : 'stage')
}

const SHORT_YEAR = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]|\d{1,2}\s\p{L}+\s|\p{L}+\s)['’]?\d{2}$/u

/** A day, or the first or last day of a month or year. */
export function readDate(cell: string, side: 'first' | 'last'): Read<string | null> {
  if (cell === '') return { value: null }
  const text = cell.replace(/\s+/g, ' ')
  const [day] = daysIn(text)
  if (day?.from === 0 && day.to === text.length) return { value: day[side] }
  return wrong(SHORT_YEAR.test(text) ? 'dateShort' : 'date')
}

const OPEN_START = /^(?:sinds|vanaf|per)\s+/i
const LEAD = /^(?:van|vanaf|van start)\s+/i

/** "2023-2025", "maart 2024 tot en met juni 2025", "sinds 2023". */
export function readPeriod(cell: string): Read<Period | null> {
  if (cell === '') return { value: null }
  const text = cell
    .replace(/\s+/g, ' ')
    .replace(/^((?:19|20)\d{2})\s?[-–/]\s?((?:19|20)\d{2})$/, '$1 – $2')
  const bare = text.replace(LEAD, '')
  const period = periodIn(bare)
  if (period?.from === 0 && period.to === bare.length)
    return { value: { startsOn: period.start, endsOn: period.end } }
  const rest = text.replace(OPEN_START, '')
  const start = readDate(rest, 'first')
  const end = readDate(rest, 'last')
  if ('wrong' in start || 'wrong' in end || start.value === null) return wrong('period')
  return { value: { startsOn: start.value, endsOn: OPEN_START.test(text) ? null : end.value } }
}

const ADDRESS = /https?:\/\/\S*/i

/** "Titel | https://…" on each line, or a title alone. What stands behind a bar is the address. */
export function sourceOf(line: string): { title: string; url: string } {
  const bar = line.lastIndexOf('|')
  const at = bar >= 0 ? bar : line.search(ADDRESS)
  if (at < 0) return { title: line, url: '' }
  const url = line.slice(bar >= 0 ? at + 1 : at).trim()
  const title = line.slice(0, at).trim().replace(/[:,]$/, '')
  return { title: title === '' ? url : title, url }
}

export const RESULT_KINDS: Readonly<Record<ResultKind, string>> = {
  reach: 'Bereik',
  output: 'Geleverd',
  outcome: 'Uitkomst',
  intention: 'Doel',
  arrangement: 'Afspraak',
  qualitative: 'Ervaring',
}
const BY_KIND = new Map(
  (Object.keys(RESULT_KINDS) as ResultKind[]).map((kind) => [plain(RESULT_KINDS[kind]), kind]),
)

export interface ResultLine {
  kind: ResultKind
  label: string
  value: string
  unit: string
  note: string
}

const MAX_PARTS = 4

/** "Soort: wat | getal | eenheid | toelichting" on each line; from the getal on it may be left out. */
export function readResult(line: string): Read<ResultLine> {
  const colon = line.indexOf(':')
  const kindName = line.slice(0, colon).trim()
  const rest = line.slice(colon + 1).trim()
  if (colon < 1 || rest === '') return wrong('resultForm')
  const kind = BY_KIND.get(plain(kindName))
  if (kind === undefined) return wrong('resultKind', { kind: kindName.slice(0, 60) })
  const parts = rest.split('|').map((part) => part.trim())
  if (parts.length > MAX_PARTS) return wrong('resultForm')
  const [label = '', value = '', unit = '', note = ''] = parts
  return { value: { kind, label, value, unit, note } }
}
