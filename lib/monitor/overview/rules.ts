/**
 * An initiative is in every cell it matches, so cells are never added up. Numbers that could
 * identify someone are left out of the reach.
 */
import { firstValue } from '@/lib/base/http/parameters'
import type { FacetValue } from '@/lib/knowledge/search/types'
import {
  UNNAMED,
  type MatrixAxis,
  type MatrixCell,
  type MatrixChoice,
  type MatrixTerm,
} from './types'

export const CRITERIA_COUNT = 7

/** Parses the address; unknown values fall back to the top and the first criterion. */
export function readChoice(
  raw: Record<string, string | string[] | undefined>,
  groups: readonly FacetValue[],
  instruments: readonly FacetValue[],
): MatrixChoice {
  const broader = (values: readonly FacetValue[], slug: string) =>
    values.some(({ parent }) => parent === slug) ? slug : null
  const number = Number(firstValue(raw.criterium))
  return {
    group: broader(groups, firstValue(raw.doelgroep)),
    instrument: broader(instruments, firstValue(raw.instrument)),
    criterion: Number.isInteger(number) && number >= 1 && number <= CRITERIA_COUNT ? number : 1,
  }
}

/** The parameters of a choice, in a fixed order. */
export function choiceParameters({ group, instrument, criterion }: MatrixChoice): URLSearchParams {
  const parameters = new URLSearchParams()
  if (group !== null) parameters.set('doelgroep', group)
  if (instrument !== null) parameters.set('instrument', instrument)
  if (criterion !== 1) parameters.set('criterium', String(criterion))
  return parameters
}

/** The terms of one axis: the top, or a broader term followed by its narrower ones. */
export function axisTerms(values: readonly FacetValue[], under: string | null): MatrixTerm[] {
  const term = ({ slug, labelNl, labelEn }: FacetValue): MatrixTerm => ({
    slug,
    labelNl,
    labelEn,
    narrows: slug !== under && values.some(({ parent }) => parent === slug),
  })
  return [
    ...values.filter(({ slug }) => slug === under),
    ...values.filter(({ parent }) => parent === under),
  ].map(term)
}

/** Splits the terms of an axis by whether any cell has them. */
export function splitAxis(
  terms: readonly MatrixTerm[],
  cells: readonly MatrixCell[],
  side: 'group' | 'instrument',
): MatrixAxis {
  const found = new Set(cells.map((cell) => cell[side]))
  const unnamed: MatrixTerm[] = found.has(UNNAMED)
    ? [{ slug: UNNAMED, labelNl: UNNAMED, labelEn: UNNAMED, narrows: false }]
    : []
  return {
    used: [...terms.filter(({ slug }) => found.has(slug)), ...unnamed],
    unused: terms.filter(({ slug }) => !found.has(slug)),
  }
}

/** For someone who may not see panels yet. */
export const withoutMedians = (cells: readonly MatrixCell[]): MatrixCell[] =>
  cells.map((cell) => ({ ...cell, median: null, judged: 0 }))
