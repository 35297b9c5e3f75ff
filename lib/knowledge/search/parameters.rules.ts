/** Source: docs/api.md. Names in saved addresses and the open data, so they never change. */
import type { Column, Facet, Sort, SuggestionKind, View } from './types'

export const FACET_PARAMETERS = {
  targetGroup: 'doelgroep',
  region: 'regio',
  sector: 'sector',
  instrument: 'instrument',
  challenge: 'opgave',
  driver: 'drijfveer',
  style: 'benadering',
  phase: 'fase',
  evidence: 'bewijs',
  direction: 'richting',
  period: 'periode',
} as const satisfies Record<Facet, string>

export const SORT_PARAMETERS = {
  best: 'best',
  newest: 'nieuwste',
  helps: 'helpt',
  evidence: 'bewijs',
  fit: 'past',
  adoptions: 'overnames',
  criterion1: 'criterium1',
  criterion2: 'criterium2',
  criterion3: 'criterium3',
  criterion4: 'criterium4',
  criterion5: 'criterium5',
  criterion6: 'criterium6',
  criterion7: 'criterium7',
} as const satisfies Record<Sort, string>

export const COLUMN_PARAMETERS = {
  region: 'regio',
  targetGroup: 'doelgroep',
  sector: 'sector',
  instrument: 'instrument',
  phase: 'fase',
  evidence: 'bewijs',
  criteria: 'criteria',
  adoptions: 'overnames',
  age: 'leeftijd',
} as const satisfies Record<Column, string>

export const VIEW_PARAMETERS = {
  list: 'lijst',
  table: 'tabel',
  map: 'kaart',
} as const satisfies Record<View, string>

export const SUGGESTION_PARAMETERS = {
  targetGroup: 'doelgroep',
  sector: 'sector',
  instrument: 'instrument',
  challenge: 'opgave',
  region: 'regio',
  initiative: 'initiatief',
} as const satisfies Record<SuggestionKind, string>

/** The value with this name; undefined when there is none. */
export function fromParameter<Value extends string>(
  values: readonly Value[],
  parameters: Readonly<Record<Value, string>>,
  text: string | undefined,
): Value | undefined {
  return values.find((value) => parameters[value] === text)
}
