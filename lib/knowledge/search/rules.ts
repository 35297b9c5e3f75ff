/**
 * Values of one filter are alternatives, filters narrow each other, and a filter never restricts
 * its own counts.
 * Source: docs/model.md, "Doors"; docs/adr/0005-one-search-row-per-initiative.md.
 */
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'
import { DIRECTION_SLUGS } from '@/lib/knowledge/evidence/direction.rules'
import { EVIDENCE_DIRECTIONS, type EvidenceDirection } from '@/lib/knowledge/evidence/types'
import {
  COLUMN_PARAMETERS,
  FACET_PARAMETERS,
  fromParameter,
  SORT_PARAMETERS,
  VIEW_PARAMETERS,
} from './parameters.rules'
import {
  type Column,
  COLUMNS,
  type Facet,
  FACETS,
  type FacetValue,
  type IgnoredParameter,
  type SearchQuery,
  type Selection,
  SORTS,
  VIEWS,
} from './types'

export const PAGE_SIZE = 10
export const TABLE_SIZE = 25
export const STANDARD_COLUMNS: readonly Column[] = [
  'region',
  'targetGroup',
  'evidence',
  'criteria',
  'age',
]
export const MAX_PAGE_SIZE = 100
/** Per kind of source (terms, regions, initiatives), and in total. */
export const SUGGESTIONS_EACH = 4
export const MAX_SUGGESTIONS = 3 * SUGGESTIONS_EACH
export const MAX_QUERY_LENGTH = 200
export const MAX_PAGE = 10_000
/** Evidence rank from which an outcome for people was measured. */
export const MEASURED_RANK = 3

/** Private-use characters occur in no text, so a highlight can never carry markup. */
export const MARK_START = '\uE000'
export const MARK_END = '\uE001'

/** A search without filters. */
export const emptySelection = (): Selection => ({
  targetGroup: [],
  region: [],
  sector: [],
  instrument: [],
  challenge: [],
  driver: [],
  style: [],
  phase: [],
  evidence: [],
  direction: [],
  period: [],
})

const LIFECYCLE_LABELS: Record<keyof typeof LIFECYCLE_SLUGS, readonly [nl: string, en: string]> = {
  planned: ['Gepland', 'Planned'],
  running: ['Loopt', 'Running'],
  completed: ['Afgerond', 'Completed'],
  stopped: ['Gestopt', 'Stopped'],
  unknown: ['Niet bekend', 'Not known'],
}

/** The phases as filter values. */
export const LIFECYCLES: FacetValue[] = (
  ['planned', 'running', 'completed', 'stopped', 'unknown'] as const
).map((phase) => ({
  slug: LIFECYCLE_SLUGS[phase],
  code: null,
  labelNl: LIFECYCLE_LABELS[phase][0],
  labelEn: LIFECYCLE_LABELS[phase][1],
  parent: null,
}))

const DIRECTION_LABELS: Record<EvidenceDirection, readonly [nl: string, en: string]> = {
  helps: ['Helpt', 'Helps'],
  mixed: ['Wisselend', 'Mixed'],
  unclear: ['Niet te zeggen', 'Cannot be said'],
  notCompared: ['Niet vergeleken', 'Not compared'],
  noDifference: ['Geen verschil', 'No difference'],
  harms: ['Schaadt', 'Harms'],
}

/** The directions of evidence as filter values. */
export const DIRECTIONS: FacetValue[] = EVIDENCE_DIRECTIONS.map((direction) => ({
  slug: DIRECTION_SLUGS[direction],
  code: null,
  labelNl: DIRECTION_LABELS[direction][0],
  labelEn: DIRECTION_LABELS[direction][1],
  parent: null,
}))

const FIRST_YEAR = 1990
const LAST_YEAR = 2100

/** Latest first. */
export const YEARS: FacetValue[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) =>
  String(LAST_YEAR - index),
).map((year) => ({
  slug: year,
  code: null,
  labelNl: year,
  labelEn: year,
  parent: null,
}))

/** True when this value is chosen. */
export const isSelected = (selection: Selection, facet: Facet, slug: string): boolean =>
  selection[facet].includes(slug)

/** Searchable text: no control characters or lone surrogates, and bounded. */
export function cleanQuery(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\uE000\uE001]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_QUERY_LENGTH)
}

export type RawParameters = Record<string, string | string[] | undefined>

const all = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

type Known = (facet: Facet, value: string) => string | null
type Ignore = (key: IgnoredParameter['key'], value: string) => void

function readSelection(raw: RawParameters, known: Known, ignore: Ignore): Selection {
  const selection = emptySelection()
  for (const facet of FACETS) {
    for (const value of all(raw[FACET_PARAMETERS[facet]])) {
      const slug = known(facet, value)
      if (slug === null) ignore(FACET_PARAMETERS[facet], value)
      else if (!selection[facet].includes(slug)) selection[facet].push(slug)
    }
  }
  return selection
}

function readRegion(raw: RawParameters, known: Known, ignore: Ignore): string | null {
  const [region = ''] = all(raw.voor)
  if (region === '') return null
  const slug = known('region', region)
  if (slug === null) ignore('voor', region)
  return slug
}

function readPage(raw: RawParameters, ignore: Ignore): number {
  const [text] = all(raw.pagina)
  if (text === undefined) return 1
  const page = Number(text)
  if (Number.isInteger(page) && page >= 1 && page <= MAX_PAGE) return page
  ignore('pagina', text)
  return 1
}

function readColumns(raw: RawParameters): Column[] {
  const named = all(raw.kolom)
  return named.length === 0
    ? [...STANDARD_COLUMNS]
    : COLUMNS.filter((column) => named.includes(COLUMN_PARAMETERS[column]))
}

/** Parses an address; unusable parts are left out and listed, so that the page can say so. */
export function parseSearch(
  raw: RawParameters,
  known: Known,
): { query: SearchQuery; ignored: IgnoredParameter[] } {
  const ignored: IgnoredParameter[] = []
  const ignore: Ignore = (key, value) => ignored.push({ key, value: value.slice(0, 80) })
  const one = <Value extends string>(
    key: string,
    values: readonly Value[],
    parameters: Readonly<Record<Value, string>>,
    standard: Value,
  ): Value => {
    const [text] = all(raw[key])
    const value = fromParameter(values, parameters, text)
    if (text !== undefined && text !== '' && value === undefined) ignore(key, text)
    return value ?? standard
  }
  const selection = readSelection(raw, known, ignore)
  const forRegion = readRegion(raw, known, ignore)
  const wanted = one('sorteer', SORTS, SORT_PARAMETERS, 'best')
  const page = readPage(raw, ignore)
  const view = one('weergave', VIEWS, VIEW_PARAMETERS, 'list')
  return {
    query: {
      q: cleanQuery(all(raw.q)[0] ?? ''),
      selection,
      // Without a region there is no fit.
      sort: wanted === 'fit' && forRegion === null ? 'best' : wanted,
      view,
      columns: readColumns(raw),
      forRegion,
      page,
      pageSize: view === 'table' ? TABLE_SIZE : PAGE_SIZE,
    },
    ignored,
  }
}

/** The address of a search in a fixed order, so that equal searches have equal addresses. */
export function searchParameters(
  query: Pick<SearchQuery, 'q' | 'selection'> & Partial<SearchQuery>,
): URLSearchParams {
  const parameters = new URLSearchParams()
  if (query.q !== '') parameters.set('q', query.q)
  for (const facet of FACETS)
    for (const slug of query.selection[facet].toSorted())
      parameters.append(FACET_PARAMETERS[facet], slug)
  if (query.forRegion) parameters.set('voor', query.forRegion)
  if (query.sort !== undefined && query.sort !== 'best')
    parameters.set('sorteer', SORT_PARAMETERS[query.sort])
  if (query.view !== undefined && query.view !== 'list')
    parameters.set('weergave', VIEW_PARAMETERS[query.view])
  if (query.columns !== undefined && query.columns.join() !== STANDARD_COLUMNS.join())
    for (const column of query.columns) parameters.append('kolom', COLUMN_PARAMETERS[column])
  if (query.page !== undefined && query.page > 1) parameters.set('pagina', String(query.page))
  return parameters
}

/** The selection without one value. */
export function without(selection: Selection, facet: Facet, slug: string): Selection {
  return { ...selection, [facet]: selection[facet].filter((other) => other !== slug) }
}

/** The selection with one value more. */
export function withValue(selection: Selection, facet: Facet, slug: string): Selection {
  return { ...selection, [facet]: [...new Set([...selection[facet], slug])] }
}

/** True when anything narrows the search. */
export function isNarrowed({ q, selection }: Pick<SearchQuery, 'q' | 'selection'>): boolean {
  return q !== '' || FACETS.some((facet) => selection[facet].length > 0)
}

/** Splits a highlighted text into plain and marked pieces. */
export function markedPieces(snippet: string): { text: string; marked: boolean }[] {
  return snippet
    .split(MARK_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, marked: false }]
      const [inside = '', ...rest] = part.split(MARK_END)
      return [
        { text: inside, marked: true },
        { text: rest.join(''), marked: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
