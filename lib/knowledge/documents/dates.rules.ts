/**
 * Days and periods as Dutch documents write them. A month alone begins on its first day and ends on
 * its last; so does a year. A period behind a label is sure, one in running text only when the
 * sentence speaks of the project.
 * Source: docs/document-reading.md.
 */
import { DUTCH_MONTHS, isCalendarDate } from '@/lib/base/text/calendar'
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { Proposal, ProposalRule } from './types'
import { passageOf, sentencesOf } from './words.rules'

const SHORT = DUTCH_MONTHS.map((month) => month.slice(0, 3))
const MONTH = `(?:${DUTCH_MONTHS.join('|')}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\\.?`
const DAY_SOURCE = `\\d{1,2}\\s${MONTH}\\s(?:19|20)\\d{2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|${MONTH}\\s(?:19|20)\\d{2}|(?:19|20)\\d{2}`

export interface FoundDay {
  first: string
  last: string
  from: number
  to: number
}

const pad = (part: number) => String(part).padStart(2, '0')

function monthNumber(word: string): number {
  const bare = word.toLowerCase().replace('.', '')
  const at = bare.startsWith('mrt') ? 2 : SHORT.indexOf(bare.slice(0, 3))
  return at + 1
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function span(year: number, month: number | null, day: number | null): [string, string] | null {
  if (month === null) return [`${year}-01-01`, `${year}-12-31`]
  if (month < 1 || month > 12) return null
  const start = `${year}-${pad(month)}-`
  if (day === null) return [`${start}01`, `${start}${pad(lastDay(year, month))}`]
  const whole = `${start}${pad(day)}`
  return isCalendarDate(whole) ? [whole, whole] : null
}

/** What a written day means: its first and last day. Null for what is no day. */
export function readDay(text: string): [string, string] | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return span(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (numbers) return span(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const [first = '', second = '', third = ''] = text.split(' ')
  if (third !== '') return span(Number(third), monthNumber(second), Number(first))
  if (second !== '') return span(Number(second), monthNumber(first), null)
  return span(Number(first), null, null)
}

export function daysIn(text: string): FoundDay[] {
  return [
    ...text.matchAll(new RegExp(`(?<![\\d.,€-])(?:${DAY_SOURCE})(?![\\d-]|[.,]\\d)`, 'giu')),
  ].flatMap((match) => {
    const day = readDay(match[0].replace(/\s/g, ' '))
    if (!day) return []
    return [{ first: day[0], last: day[1], from: match.index, to: match.index + match[0].length }]
  })
}

const BETWEEN = /^\s*(?:tot en met|t\/m|tot|–|—|-|en|t\.e\.m\.|naar)\s*(?:eind\s|uiterlijk\s)?$/i
/** "van maart tot en met juni 2025": the year stands once. */
const SHARED_YEAR = new RegExp(
  `(${MONTH}|\\d{1,2}\\s${MONTH})\\s*(tot en met|t/m|tot|–|-)\\s*((?:\\d{1,2}\\s)?${MONTH}\\s((?:19|20)\\d{2}))`,
  'iu',
)

interface FoundPeriod {
  start: string
  end: string
  from: number
  to: number
}

function sharedYear(text: string): FoundPeriod | null {
  const match = SHARED_YEAR.exec(text)
  const [, first, , last, year] = match ?? []
  if (!match || first === undefined || last === undefined || year === undefined) return null
  const start = readDay(`${first} ${year}`)
  const end = readDay(last)
  if (!start || !end || end[1] < start[0]) return null
  return { start: start[0], end: end[1], from: match.index, to: match.index + match[0].length }
}

/** The first period in a text. */
export function periodIn(text: string): FoundPeriod | null {
  const days = daysIn(text)
  for (const [at, day] of days.entries()) {
    const next = days[at + 1]
    if (next && BETWEEN.test(text.slice(day.to, next.from)) && next.last >= day.first)
      return { start: day.first, end: next.last, from: day.from, to: next.to }
  }
  return sharedYear(text)
}

interface Found {
  text: string
  mark: [number, number]
  rule: ProposalRule
  because: string
  isStrong: boolean
}

const proposal = (field: 'startsOn' | 'endsOn', value: string, found: Found): Proposal => ({
  field,
  value,
  passage: passageOf(found.text, [found.mark]),
  rule: found.rule,
  because: found.because,
  strength: found.isStrong ? 'strong' : 'weak',
})

function fromPeriod(text: string, found: Omit<Found, 'text' | 'mark'>): Proposal[] {
  const period = periodIn(text)
  if (!period) return []
  const all = { ...found, text, mark: [period.from, period.to] as [number, number] }
  return [proposal('startsOn', period.start, all), proposal('endsOn', period.end, all)]
}

function fromEntry(entry: Entry, field: 'startsOn' | 'endsOn' | 'period'): Proposal[] {
  const text = entry.content.map((block) => textOf(block)).join(' ')
  const found = { rule: entry.from, because: entry.because, isStrong: entry.isSure }
  if (field === 'period') return fromPeriod(text, found)
  const [day] = daysIn(text)
  if (!day) return []
  const value = field === 'startsOn' ? day.first : day.last
  return [proposal(field, value, { ...found, text, mark: [day.from, day.to] })]
}

const ABOUT_PROJECT =
  /\b(?:project|pilot|programma|traject|loopt|liep|looptijd|duurt|duurde|uitgevoerd|periode|activiteiten)\b/i
const STARTS =
  /\b(?:start|startte|gestart|begon|begonnen|begint|ging van start|sinds|vanaf)\b[^.]{0,40}$/i
const ENDS =
  /\b(?:eindigt|eindigde|afgerond|stopte|gestopt|liep af|loopt af|beëindigd|tot en met|loopt tot|uiterlijk)\b[^.]{0,30}$/i

function fromSentence(sentence: string): Proposal[] {
  const isAbout = ABOUT_PROJECT.test(sentence)
  const period = fromPeriod(sentence, { rule: 'period', because: '', isStrong: isAbout })
  if (period.length > 0) return period
  return daysIn(sentence).flatMap((day, at, days) => {
    const before = sentence.slice(days[at - 1]?.to ?? 0, day.from)
    const found = {
      text: sentence,
      mark: [day.from, day.to] as [number, number],
      rule: 'date' as const,
      because: '',
      isStrong: isAbout && day.first === day.last,
    }
    if (STARTS.test(before)) return [proposal('startsOn', day.first, found)]
    return ENDS.test(before) ? [proposal('endsOn', day.last, found)] : []
  })
}

/** The first of each, labels before running text and sure ones before others. */
export function dateProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const found = [
    ...entriesAbout(entries, 'start').flatMap((entry) => fromEntry(entry, 'startsOn')),
    ...entriesAbout(entries, 'end').flatMap((entry) => fromEntry(entry, 'endsOn')),
    ...entriesAbout(entries, 'period').flatMap((entry) => fromEntry(entry, 'period')),
    ...blocks
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap((block) => sentencesOf(textOf(block)))
      .flatMap(fromSentence)
      .toSorted((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong')),
  ]
  const startsOn = found.find(({ field }) => field === 'startsOn')
  const endsOn = found.find(
    ({ field, value }) => field === 'endsOn' && (!startsOn || value >= startsOn.value),
  )
  return [startsOn, endsOn].filter((one) => one !== undefined)
}
