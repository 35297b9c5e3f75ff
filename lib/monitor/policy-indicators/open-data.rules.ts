/** Source: docs/api.md. Without numbers of people that are too small to show. */
import { isFewPeople } from './rules'
import type { PolicyPeople, PolicyUnit, YearValue } from './types'

interface Numeric {
  toNumber: () => number
}

/** An indicator as the database holds it. */
export interface StoredIndicator {
  label: string
  unit: PolicyUnit
  lowerIsBetter: boolean
  baselineValue: Numeric | null
  baselineYear: number | null
  targetValue: Numeric | null
  targetYear: number | null
  sourceTitle: string | null
  values: readonly { year: number; value: Numeric }[]
}

const openYear = (unit: PolicyUnit, { year, value }: YearValue) => ({
  jaar: year,
  waarde: isFewPeople(value, unit) ? null : value,
})

const openPair = (unit: PolicyUnit, value: Numeric | null, year: number | null) =>
  value === null || year === null ? null : openYear(unit, { year, value: value.toNumber() })

/** An indicator of a goal or measure in the open data. */
export const openPolicyIndicator = (row: StoredIndicator) => ({
  naam: row.label,
  eenheid: row.unit,
  lagerIsBeter: row.lowerIsBetter,
  uitgangswaarde: openPair(row.unit, row.baselineValue, row.baselineYear),
  streefwaarde: openPair(row.unit, row.targetValue, row.targetYear),
  waarden: row.values.map(({ year, value }) =>
    openYear(row.unit, { year, value: value.toNumber() }),
  ),
  bron: row.sourceTitle,
})

/** People of a goal or measure in the open data. */
export const openPolicyPeople = ({ group, planned, reached }: PolicyPeople) => ({
  groep: isFewPeople(group) ? null : group,
  beoogd: planned,
  bereikt: isFewPeople(reached) ? null : reached,
})
