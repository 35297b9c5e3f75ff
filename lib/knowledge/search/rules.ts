/**
 * How an address becomes a search, the same for pages and API: `q` for words; the filters of FACETS, each repeatable;
 * `sorteer`, `weergave`, `kolom` and `voor` (a region) for the order, the view, its columns and the fit; `pagina` from 1. Inside one filter any
 * value will do (or), filters together narrow down (and). A filter never restricts its own counts.
 *
 * Source: issue "open data, first version"; docs/adr/0005-one-search-row-per-initiative.md.
 */
import type { Outcome } from '@/lib/knowledge/evidence/types'
import { LIFECYCLE_WORDS } from '@/lib/base/taxonomy/types'
import {
  COLUMNS,
  FACETS,
  SORTS,
  VIEWS,
  type Column,
  type Counts,
  type Facet,
  type FacetOptions,
  type FacetValue,
  type IgnoredParameter,
  type SearchHit,
  type SearchQuery,
  type Selection,
  type WorthReading,
} from './types'

export const PAGE_SIZE = 10
/** Rows of the table on one page. */
export const TABLE_SIZE = 25
export const STANDARD_COLUMNS: readonly Column[] = [
  'regio',
  'doelgroep',
  'bewijs',
  'criteria',
  'leeftijd',
]
export const MAX_PAGE_SIZE = 100
/** Suggestions of each kind of source (terms, regions, initiatives), and all together. */
export const SUGGESTIONS_EACH = 4
export const MAX_SUGGESTIONS = 3 * SUGGESTIONS_EACH
export const MAX_WORDS_LENGTH = 200
export const MAX_PAGE = 10_000
/** Evidence rank from which an outcome for people was measured. */
export const MEASURED_RANK = 3

/** Characters that no text holds (private use), so that a highlighted part can never carry markup of its own. */
export const MARK_START = '\uE000'
export const MARK_END = '\uE001'

export const emptySelection = (): Selection => ({
  doelgroep: [],
  regio: [],
  sector: [],
  instrument: [],
  opgave: [],
  drijfveer: [],
  benadering: [],
  fase: [],
  bewijs: [],
  periode: [],
})

const LIFECYCLE_LABELS: Record<keyof typeof LIFECYCLE_WORDS, readonly [nl: string, en: string]> = {
  planned: ['Gepland', 'Planned'],
  running: ['Loopt', 'Running'],
  completed: ['Afgerond', 'Completed'],
  stopped: ['Gestopt', 'Stopped'],
  unknown: ['Niet bekend', 'Not known'],
}

/** The phases of an initiative as values of a filter. */
export const LIFECYCLES: FacetValue[] = (
  ['planned', 'running', 'completed', 'stopped', 'unknown'] as const
).map((phase) => ({
  slug: LIFECYCLE_WORDS[phase],
  code: null,
  labelNl: LIFECYCLE_LABELS[phase][0],
  labelEn: LIFECYCLE_LABELS[phase][1],
  parent: null,
}))

const FIRST_YEAR = 1990
const LAST_YEAR = 2100

/** Years in which an initiative can have begun, latest first. */
export const YEARS: FacetValue[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) =>
  String(LAST_YEAR - index),
).map((year) => ({
  slug: year,
  code: null,
  labelNl: year,
  labelEn: year,
  parent: null,
}))

export const isSelected = (selection: Selection, facet: Facet, slug: string): boolean =>
  selection[facet].includes(slug)

/** Words as they can be searched: no control characters, no half surrogates, not endless. */
export function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\uE000\uE001]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS_LENGTH)
}

/** Address parameters in the form Next gives them. */
export type RawParameters = Record<string, string | string[] | undefined>

const all = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

/**
 * Reads a page's address. What cannot be used is left out and named, so that the page can say so. `known` decides
 * which slugs exist; for regions it may turn a code into its slug.
 */
export function parseSearch(
  raw: RawParameters,
  known: (facet: Facet, value: string) => string | null,
): { query: SearchQuery; ignored: IgnoredParameter[] } {
  const ignored: IgnoredParameter[] = []
  const selection = emptySelection()
  for (const facet of FACETS) {
    for (const value of all(raw[facet])) {
      const slug = known(facet, value)
      if (slug === null) ignored.push({ key: facet, value: value.slice(0, 80) })
      else if (!selection[facet].includes(slug)) selection[facet].push(slug)
    }
  }
  const [pageText] = all(raw.pagina)
  const page = pageText === undefined ? 1 : Number(pageText)
  const one = <Word extends string>(key: string, words: readonly Word[], standard: Word): Word => {
    const [text] = all(raw[key])
    const word = words.find((known) => known === text)
    if (text !== undefined && text !== '' && word === undefined)
      ignored.push({ key, value: text.slice(0, 80) })
    return word ?? standard
  }
  const [region = ''] = all(raw.voor)
  const forRegion = region === '' ? null : known('regio', region)
  if (region !== '' && forRegion === null) ignored.push({ key: 'voor', value: region.slice(0, 80) })
  const wanted = one('sorteer', SORTS, 'best')
  // Without a region nothing can fit it.
  const sort = wanted === 'past' && forRegion === null ? 'best' : wanted
  const pageFits = Number.isInteger(page) && page >= 1 && page <= MAX_PAGE
  if (!pageFits) ignored.push({ key: 'pagina', value: (pageText ?? '').slice(0, 80) })
  const view = one('weergave', VIEWS, 'lijst')
  const named = all(raw.kolom)
  const columns =
    named.length === 0 ? [...STANDARD_COLUMNS] : COLUMNS.filter((column) => named.includes(column))
  return {
    query: {
      q: cleanWords(all(raw.q)[0] ?? ''),
      selection,
      sort,
      view,
      columns,
      forRegion,
      page: pageFits ? page : 1,
      pageSize: view === 'tabel' ? TABLE_SIZE : PAGE_SIZE,
    },
    ignored,
  }
}

/** The address of a search, its parts in a fixed order so that equal searches have equal addresses. */
export function searchParameters(
  query: Pick<SearchQuery, 'q' | 'selection'> & Partial<SearchQuery>,
): URLSearchParams {
  const parameters = new URLSearchParams()
  if (query.q !== '') parameters.set('q', query.q)
  for (const facet of FACETS)
    for (const slug of query.selection[facet].toSorted()) parameters.append(facet, slug)
  if (query.forRegion) parameters.set('voor', query.forRegion)
  if (query.sort !== undefined && query.sort !== 'best') parameters.set('sorteer', query.sort)
  if (query.view !== undefined && query.view !== 'lijst') parameters.set('weergave', query.view)
  if (query.columns !== undefined && query.columns.join() !== STANDARD_COLUMNS.join())
    for (const column of query.columns) parameters.append('kolom', column)
  if (query.page !== undefined && query.page > 1) parameters.set('pagina', String(query.page))
  return parameters
}

/** The same selection without one value. */
export function without(selection: Selection, facet: Facet, slug: string): Selection {
  return { ...selection, [facet]: selection[facet].filter((other) => other !== slug) }
}

/** The same selection with one value more. */
export function withValue(selection: Selection, facet: Facet, slug: string): Selection {
  return { ...selection, [facet]: [...new Set([...selection[facet], slug])] }
}

export function isNarrowed({ q, selection }: Pick<SearchQuery, 'q' | 'selection'>): boolean {
  return q !== '' || FACETS.some((facet) => selection[facet].length > 0)
}

/** Cuts a highlighted part into plain and marked pieces. */
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

/** Says whether a filter has this value; a region may be named by its code. */
export function knownValue(
  values: Record<Facet, FacetValue[]>,
): (facet: Facet, value: string) => string | null {
  const index = new Map(
    FACETS.map((facet) => [
      facet,
      new Map(
        values[facet].flatMap(
          ({ slug, code }) =>
            [[slug, slug], ...(code === null ? [] : [[code, slug]])] as [string, string][],
        ),
      ),
    ]),
  )
  return (facet, value) => index.get(facet)?.get(value) ?? null
}

/** The regions to name beside an initiative: its labour-market regions, or the larger ones when it names no smaller. */
export function namedRegions(
  regions: readonly FacetValue[],
  slugs: readonly string[],
): FacetValue[] {
  const named = narrowest(regions, slugs)
  const labourMarket = named.filter(({ code }) => code?.startsWith('AM'))
  return labourMarket.length > 0 ? labourMarket : named
}

/** The values that no other value of the list is narrower than: a search row also holds everything above a tag. */
export function narrowest(values: readonly FacetValue[], slugs: readonly string[]): FacetValue[] {
  const chosen = values.filter(({ slug }) => slugs.includes(slug))
  const broader = new Set(chosen.map(({ parent }) => parent))
  return chosen.filter(({ slug }) => !broader.has(slug))
}

/** What home knows of an initiative beside its row. */
export interface Known {
  /** Assessors who judged it. */
  assessors: ReadonlyMap<string, number>
  /** What its comparisons say together; null or absent when that cannot be said. */
  outcomes: ReadonlyMap<string, Outcome | null>
}

/**
 * Three different initiatives worth reading, each with the reason: the best researched of those that help, then the one with the most assessors, then the newest.
 * What makes things worse or no difference never leads: it may be the newest, after another one. What is mixed, unclear or not compared is never called
 * best researched. `hits` stand newest first; a reason that fits none is left out.
 */
export function worthReading(
  hits: readonly SearchHit[],
  { assessors, outcomes }: Known,
): { hit: SearchHit; reason: WorthReading }[] {
  const chosen: { hit: SearchHit; reason: WorthReading }[] = []
  const outcomeOf = ({ initiativeId }: SearchHit) => outcomes.get(initiativeId) ?? null
  const noGain = (hit: SearchHit) => ['harms', 'noDifference'].includes(outcomeOf(hit) ?? '')
  const best = (reason: WorthReading, score: (hit: SearchHit) => number) => {
    const left = hits.filter((hit) => chosen.every((one) => one.hit !== hit) && score(hit) > 0)
    const [first] = left.toSorted((a, b) => score(b) - score(a))
    if (first) chosen.push({ hit: first, reason })
  }
  best('researched', (hit) =>
    outcomeOf(hit) === 'helps' && hit.evidenceRank >= MEASURED_RANK ? hit.evidenceRank : 0,
  )
  best('judged', (hit) => (noGain(hit) ? 0 : (assessors.get(hit.initiativeId) ?? 0)))
  best('newest', (hit) => (noGain(hit) && chosen.length === 0 ? 0 : 1))
  return chosen
}

/** Filters with their counts, labels in one language, in the order of the vocabularies; values without initiatives are left out unless chosen. */
export function facetOptions(
  { values: counts }: Counts,
  selection: Selection,
  values: Record<Facet, FacetValue[]>,
  language: 'nl' | 'en',
): FacetOptions {
  const options = (facet: Facet) =>
    values[facet]
      .map((value) => ({
        slug: value.slug,
        label: language === 'nl' ? value.labelNl : value.labelEn,
        parent: value.parent,
        count: counts[facet]?.[value.slug] ?? 0,
      }))
      .filter(({ slug, count }) => count > 0 || isSelected(selection, facet, slug))
  return {
    doelgroep: options('doelgroep'),
    regio: options('regio'),
    sector: options('sector'),
    instrument: options('instrument'),
    opgave: options('opgave'),
    drijfveer: options('drijfveer'),
    benadering: options('benadering'),
    fase: options('fase'),
    bewijs: options('bewijs'),
    periode: options('periode'),
  }
}
