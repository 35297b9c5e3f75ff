/**
 * A change is a new vintage, so that any past day can be shown. Datasets never meet in one sum.
 * Municipalities add up only for counts, with the mapping of that year, and only when complete.
 * Source: docs/domain.md, 2.1, 3 and 6.
 */
import type { ObservationStatus } from '@/generated/prisma/enums'
import { DUTCH_MONTHS, todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'

const KINDS = ['JJ', 'KW', 'MM', 'HJ'] as const
const PARTS = { JJ: [0, 0], KW: [1, 4], MM: [1, 12], HJ: [1, 2] } as const
const CODE = /^(\d{4})(JJ|KW|MM|HJ)(\d{2})$/

/** A period code as a number that sorts within its kind; null for an unknown code. */
export function periodNumber(code: string): number | null {
  const [, year, kind, part] = CODE.exec(code.trim()) ?? []
  const at = KINDS.findIndex((known) => known === kind)
  const known = KINDS[at]
  if (year === undefined || known === undefined || Number(year) < 1800 || Number(year) > 2199)
    return null
  const [lowest, highest] = PARTS[known]
  return Number(part) < lowest || Number(part) > highest
    ? null
    : Number(year) * 1_000 + at * 100 + Number(part)
}

/** The code of a period from its number. */
export function periodCode(period: number): string {
  return `${Math.floor(period / 1_000)}${KINDS[Math.floor((period % 1_000) / 100)] ?? 'JJ'}${String(period % 100).padStart(2, '0')}`
}

/** First day of a period, for sorting and open data. */
export function periodStart(code: string): CalendarDate | null {
  const [, year, kind, part] = CODE.exec(code) ?? []
  if (year === undefined) return null
  const month =
    kind === 'JJ'
      ? 1
      : kind === 'KW'
        ? Number(part) * 3 - 2
        : kind === 'HJ'
          ? Number(part) * 6 - 5
          : Number(part)
  return `${year}-${String(month).padStart(2, '0')}-01`
}

/** How many periods a page shows; the first is the default. */
export const SPANS = ['12', '24', '60', 'all'] as const
export type Span = (typeof SPANS)[number]
export const SPAN_PARAMETERS = {
  '12': '12',
  '24': '24',
  '60': '60',
  all: 'alles',
} as const satisfies Record<Span, string>
const ALL_PERIODS = 360

/** The maximum number of periods for this choice. */
export const periodsOf = (span: Span | undefined): number =>
  span === 'all' ? ALL_PERIODS : Number(span ?? SPANS[0])

/** The latest whole periods with at most `limit` figures together; the latest always stays. */
export function periodsWithin(periods: readonly number[], limit: number): Set<number> {
  const counts = new Map<number, number>()
  for (const period of periods) counts.set(period, (counts.get(period) ?? 0) + 1)
  const chosen = new Set<number>()
  let total = 0
  for (const [period, count] of [...counts].toSorted(([a], [b]) => b - a)) {
    total += count
    if (chosen.size > 0 && total > limit) break
    chosen.add(period)
  }
  return chosen
}

/** Parses 2024, 2024KW03, "3e kwartaal 2024", 2024-12 or "december 2024"; null when unclear. */
export function readPeriod(text: string): string | null {
  const bare = text.trim().toLowerCase()
  if (/^\d{4}$/.test(bare)) return `${bare}JJ00`
  if (periodNumber(bare.toUpperCase()) !== null) return bare.toUpperCase()
  const [, quarter, quarterYear] =
    /^(?:([1-4])e kwartaal|k([1-4])) (\d{4})$/
      .exec(bare)
      ?.filter((part) => (part as string | undefined) !== undefined) ?? []
  if (quarter !== undefined && quarterYear !== undefined) return `${quarterYear}KW0${quarter}`
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(bare) ?? []
  if (year !== undefined && Number(month) >= 1 && Number(month) <= 12) return `${year}MM${month}`
  const [, name, named] = /^([a-z]+) (\d{4})$/.exec(bare) ?? []
  const at = DUTCH_MONTHS.indexOf(name ?? '')
  return at === -1 || named === undefined ? null : `${named}MM${String(at + 1).padStart(2, '0')}`
}

/** Dimensions besides region and period in a fixed order; empty for the total. */
export function breakdownKey(dimensions: Readonly<Record<string, string>>): string {
  return Object.entries(dimensions)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, code]) => `${name}=${code.trim()}`)
    .join(';')
}

const HELD_BACK = /^(confidential|geheim|suppressed|c|x)$/i

/** Status and reason by the attribute of a source. A null value always has a reason. */
export function withAttribute(
  value: string | null,
  attribute: string | null,
  status: ObservationStatus | null,
): { value: string | null; attribute: string | null; status: ObservationStatus | null } {
  const reason = attribute === null || attribute === '' || attribute === 'None' ? null : attribute
  if (value !== null) return { value, attribute: reason, status }
  return {
    value,
    attribute: reason ?? 'Missing',
    status: HELD_BACK.test(reason ?? '') ? 'withheld' : status,
  }
}

/** Whether a total differs from the sum of its parts by more than half a unit each explains. */
export function sumDiffers(stated: number, sum: number, parts: number, roundedTo: number): boolean {
  return Math.abs(stated - sum) > ((parts + 1) * roundedTo) / 2
}

/** The largest step to which all these numbers are rounded: 1,000 for 35,000 and 21,000. */
export function roundingOf(values: readonly number[]): number {
  for (const step of [1_000, 100, 10])
    if (
      values.length > 0 &&
      values.some((value) => value !== 0) &&
      values.every((value) => value % step === 0)
    )
      return step
  return 1
}

/** A source that loses more than half of its figures is broken rather than changed. */
export const MIN_SHARE_LEFT = 0.5

/** The last moment of a day in the Netherlands, with summer time. */
export function endOfDay(day: CalendarDate): Date {
  const winter = new Date(`${day}T22:59:59.999Z`)
  return todayInNetherlands(winter) === day ? winter : new Date(`${day}T21:59:59.999Z`)
}

/** Why a run stopped: a code and its subject. */
export class ImportStop extends Error {
  readonly problem: string
  readonly detail: string

  constructor(problem: string, detail = '') {
    super(problem)
    this.name = 'ImportStop'
    this.problem = problem
    this.detail = detail
  }
}

export type WriteProblem = 'mappingChanged' | 'moreThanHalfGone'

/** A refusal to write; `problem` is a message key of the imports. */
export class WriteRefused extends AppError {
  readonly problem: WriteProblem

  constructor(problem: WriteProblem) {
    super('INVALID', problem)
    this.problem = problem
  }
}
