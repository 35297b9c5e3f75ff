/**
 * A division of labour-market regions is a list of all of them with their municipalities, valid
 * from the first day of a year. A region that is not in the list ends, and has to be the
 * predecessor of one that is, so that nothing is orphaned. Every municipality lies in exactly one.
 *
 * A line reads: code; name; municipalities; valid from; predecessors. Several codes stand in one
 * cell with a comma or space between, and a region may take several lines.
 *
 * Source: docs/adr/0039-vocabularies-that-change.md; CBS, "Gebieden in Nederland".
 */
import { isCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { cleanText } from '@/lib/base/text/text'
import type {
  DivisionFault,
  DivisionLine,
  DivisionPlan,
  DivisionRegion,
  FaultKey,
  Known,
} from './types'

const CODE = /^AM\d{2,3}$/
const COLUMNS = 4
export const MAX_LINES = 2_000

const codes = (cell: string) =>
  cell
    .toUpperCase()
    .split(/[\s,;|+]+/)
    .filter(Boolean)

/** 1-1-2026 becomes 2026-01-01; anything else stays as typed. */
function dayOf(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed) ?? []
  return day === undefined || month === undefined || year === undefined
    ? typed
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Rows of a sheet as text that people can read and mend: a line a row, a tab between cells. */
export const linesOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    .filter((line) => line.trim() !== '')
    .join('\n')

/** The lines with a code; a heading is left out. */
export function readLines(text: string): DivisionLine[] {
  return text.split('\n').flatMap((typed, index) => {
    const cells = typed.split(typed.includes('\t') ? '\t' : ';').map((cell) => cleanText(cell))
    const [code = '', name = '', municipalities = '', validFrom = '', predecessors = ''] = cells
    if (cells.every((cell) => cell === '') || (index === 0 && /code/i.test(code))) return []
    return [
      {
        line: index + 1,
        code: code.toUpperCase(),
        name,
        municipalities: codes(municipalities),
        validFrom: dayOf(validFrom),
        predecessors: codes(predecessors),
        ...(cells.length < COLUMNS && { name: '', validFrom: '' }),
      },
    ]
  })
}

const fault = (line: number | null, key: FaultKey, value = ''): DivisionFault => ({
  line,
  key,
  value,
})

function lineFaults(row: DivisionLine, known: Known): DivisionFault[] {
  const { line, code, name, municipalities, predecessors } = row
  if (name === '' && row.validFrom === '') return [fault(line, 'columns')]
  const isKnown = (one: string) => known.regions.some((region) => region.code === one)
  const isEnded = known.regions.some((region) => region.code === code && region.ended)
  return [
    ...(CODE.test(code) ? [] : [fault(line, 'code', code)]),
    ...(name === '' ? [fault(line, 'name', code)] : []),
    ...(isEnded ? [fault(line, 'ended', code)] : []),
    ...municipalities
      .filter((one) => !known.municipalities.has(one))
      .map((one) => fault(line, 'unknownMunicipality', one)),
    ...predecessors
      .filter((one) => !isKnown(one))
      .map((one) => fault(line, 'unknownPredecessor', one)),
  ]
}

function dateFaults(lines: readonly DivisionLine[], known: Known): DivisionFault[] {
  const [first] = lines
  if (!first) return []
  const { validFrom, line } = first
  if (!isCalendarDate(validFrom) || !validFrom.endsWith('-01-01'))
    return [fault(line, 'date', validFrom)]
  const other = lines.find((one) => one.validFrom !== validFrom)
  if (other) return [fault(other.line, 'dates', other.validFrom)]
  if (validFrom > known.today) return [fault(line, 'future', validFrom)]
  return Number(validFrom.slice(0, 4)) < known.firstYear ? [fault(line, 'past', validFrom)] : []
}

function gather(lines: readonly DivisionLine[]): DivisionRegion[] {
  const byCode = Map.groupBy(lines, ({ code }) => code)
  return [...byCode].map(([code, rows]) => ({
    code,
    name: rows[0]?.name ?? '',
    municipalities: rows.flatMap(({ municipalities }) => municipalities),
    predecessors: [...new Set(rows.flatMap(({ predecessors }) => predecessors))],
  }))
}

function nameFaults(lines: readonly DivisionLine[]): DivisionFault[] {
  const names = new Map<string, string>()
  return lines.flatMap(({ line, code, name }) => {
    const before = names.get(code) ?? name
    names.set(code, before)
    return before === name ? [] : [fault(line, 'names', code)]
  })
}

function municipalityFaults(lines: readonly DivisionLine[], known: Known): DivisionFault[] {
  const placed = new Set<string>()
  const twice = lines.flatMap(({ line, municipalities }) =>
    municipalities.flatMap((one) => {
      const isTwice = placed.has(one)
      placed.add(one)
      return isTwice ? [fault(line, 'municipalityTwice', one)] : []
    }),
  )
  const missing = [...known.municipalities]
    .filter(([code]) => !placed.has(code))
    .map(([code, name]) => fault(null, 'missingMunicipality', `${code} ${name}`))
  return [...twice, ...missing]
}

function regionFaults(regions: readonly DivisionRegion[], known: Known): DivisionFault[] {
  const empty = regions
    .filter(({ municipalities }) => municipalities.length === 0)
    .map(({ code }) => fault(null, 'noMunicipality', code))
  const stays = new Set(regions.map(({ code }) => code))
  const followed = new Set(regions.flatMap(({ predecessors }) => predecessors))
  const orphans = known.regions
    .filter(({ code, ended }) => !ended && !stays.has(code) && !followed.has(code))
    .map(({ code, name }) => fault(null, 'noSuccessor', `${code} ${name}`))
  return [...empty, ...orphans]
}

function planOf(validFrom: CalendarDate, regions: DivisionRegion[], known: Known): DivisionPlan {
  const before = new Map(known.regions.map((region) => [region.code, region]))
  const stays = new Set(regions.map(({ code }) => code))
  const compared = regions.flatMap((region) => {
    const old = before.get(region.code)
    if (!old) return []
    const [had, has] = [new Set(old.municipalities), new Set(region.municipalities)]
    return [
      {
        code: region.code,
        name: region.name,
        oldName: old.name === region.name ? null : old.name,
        gained: [...has].filter((one) => !had.has(one)).length,
        lost: [...had].filter((one) => !has.has(one)).length,
      },
    ]
  })
  const changes = compared.filter(
    ({ oldName, gained, lost }) => oldName !== null || gained + lost > 0,
  )
  return {
    validFrom,
    regions,
    begins: regions
      .filter(({ code }) => !before.has(code))
      .map(({ code, name, municipalities }) => ({
        code,
        name,
        municipalities: municipalities.length,
      })),
    changes,
    ends: known.regions
      .filter(({ code, ended }) => !ended && !stays.has(code))
      .map(({ code, name }) => ({
        code,
        name,
        successors: regions
          .filter(({ predecessors }) => predecessors.includes(code))
          .map((region) => region.name),
      })),
    same: compared.length - changes.length,
  }
}

/** What a file would change, or everything that is wrong with it. */
export function readDivision(
  text: string,
  known: Known,
): { faults: DivisionFault[] } | { plan: DivisionPlan } {
  const lines = readLines(text)
  if (lines.length === 0) return { faults: [fault(null, 'empty')] }
  const regions = gather(lines)
  const faults = [
    ...lines.flatMap((row) => lineFaults(row, known)),
    ...dateFaults(lines, known),
    ...nameFaults(lines),
    ...municipalityFaults(lines, known),
    ...regionFaults(regions, known),
  ]
  return faults.length > 0
    ? { faults }
    : { plan: planOf(lines[0]?.validFrom ?? '', regions, known) }
}

/**
 * The regions above a labour-market region by how many of its municipalities lie in each: the one
 * with most is where it is listed; the first by code when equal.
 */
export function placesOf(above: readonly string[]): {
  code: string
  municipalities: number
  isPrimary: boolean
}[] {
  const counts = new Map<string, number>()
  for (const code of above) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([code, municipalities], index) => ({ code, municipalities, isPrimary: index === 0 }))
}
