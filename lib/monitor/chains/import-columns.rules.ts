/**
 * Columns of an import are found by their name in the first row, in any order, in Dutch or English.
 * Source: docs/model.md, "The policy monitor".
 */
import { plain } from '@/lib/base/words/rules'
import type { ImportColumn } from './types'

/** What a header may be called; the first two are the Dutch and English name in the template. */
export const IMPORT_HEADERS: Readonly<
  Record<ImportColumn, readonly [string, string, ...string[]]>
> = {
  goal: ['Doel', 'Goal', 'Doelstelling'],
  parent: ['Onder doel', 'Under goal', 'Hoofddoel'],
  description: ['Toelichting', 'Explanation', 'Omschrijving', 'Description'],
  carriedBy: ['Wie draagt het doel', 'Who carries the goal', 'Gedragen door'],
  goalStartsOn: ['Begin van het doel', 'Begin of the goal'],
  goalEndsOn: ['Einde van het doel', 'End of the goal'],
  measure: ['Maatregel', 'Measure'],
  instrument: ['Soort maatregel', 'Kind of measure', 'Instrument'],
  responsible: ['Wie voert het uit', 'Who carries it out', 'Uitvoerder', 'Verantwoordelijke'],
  group: ['Mensen in de regio', 'People in the region', 'Groep'],
  planned: ['Mensen te bereiken', 'People to reach', 'Beoogd'],
  reached: ['Mensen bereikt', 'People reached', 'Bereikt'],
  provider: ['Wie geeft het geld', 'Who gives the money', 'Geldgever', 'Verstrekker'],
  fundingType: ['Soort geld', 'Kind of money'],
  amount: ['Bedrag in euro', 'Amount in euros', 'Bedrag', 'Amount'],
  overlap: ['Komt boven op ander geld', 'Comes on top of other money', 'Overlap'],
  alignment: ['Past het geld bij het doel', 'Does the money fit the goal'],
  alignmentNote: ['Waarom past het geld', 'Why the money fits'],
  startsOn: ['Begint op', 'Begins on', 'Begin', 'Startdatum'],
  endsOn: ['Eindigt op', 'Ends on', 'Eind', 'Einde', 'Einddatum'],
  indicator: ['Indicator', 'Indicator'],
  unit: ['Eenheid', 'Unit'],
  lowerIsBetter: ['Lager is beter', 'Lower is better'],
  baseline: ['Uitgangswaarde', 'Baseline', 'Nulmeting'],
  baselineYear: ['Jaar van de uitgangswaarde', 'Year of the baseline'],
  target: ['Streefwaarde', 'Target'],
  targetYear: ['Jaar van de streefwaarde', 'Year of the target'],
  value: ['Waarde', 'Value'],
  valueYear: ['Jaar van de waarde', 'Year of the value'],
}

export const IMPORT_COLUMNS = Object.keys(IMPORT_HEADERS) as readonly ImportColumn[]

/** The name of a column in the template. */
export const importHeader = (column: ImportColumn, locale: 'nl' | 'en'): string =>
  IMPORT_HEADERS[column][locale === 'nl' ? 0 : 1]

/** A row in which nothing is filled in. */
export const EMPTY_CELLS = Object.fromEntries(
  IMPORT_COLUMNS.map((column) => [column, '']),
) as Readonly<Record<ImportColumn, string>>

const name = (header: string) => plain(header.replace(/[*:?]/g, ' ')).replace(/\s+/g, ' ').trim()

const BY_NAME = new Map(
  IMPORT_COLUMNS.flatMap((column) =>
    IMPORT_HEADERS[column].map((header) => [name(header), column] as const),
  ),
)

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = index % 26
  const before = Math.floor(index / 26)
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + rest)
}

export interface FoundColumns {
  /** Where each column stands, from 0. */
  places: Partial<Record<ImportColumn, number>>
  /** Headers that mean nothing here, with their cell. */
  unknown: { cell: string; header: string }[]
  /** Columns that are there more than once. */
  twice: { cell: string; column: ImportColumn }[]
}

/** The columns that a header row names. */
export function findColumns(header: readonly string[], row: number): FoundColumns {
  const found: FoundColumns = { places: {}, unknown: [], twice: [] }
  header.forEach((text, index) => {
    if (text === '') return
    const cell = `${columnLetters(index)}${String(row)}`
    const column = BY_NAME.get(name(text))
    if (column === undefined) found.unknown.push({ cell, header: text })
    else if (found.places[column] !== undefined) found.twice.push({ cell, column })
    else found.places[column] = index
  })
  return found
}
