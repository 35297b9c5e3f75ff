/** A value of an address as Next gives it: nothing, one, or several of one name. */
export type ParameterValue = string | string[] | undefined

/** The first of what an address says under a name; empty when it says nothing. */
export function firstValue(value: ParameterValue): string {
  return [value ?? ''].flat()[0] ?? ''
}

/** The page an address asks for, up to `last`; anything that is no page is the first. */
export function pageNumber(value: ParameterValue, last: number): number {
  const page = Number(firstValue(value))
  return Number.isInteger(page) && page >= 1 && page <= last ? page : 1
}
