export type ParameterValue = string | string[] | undefined

export function firstValue(value: ParameterValue): string {
  return [value ?? ''].flat()[0] ?? ''
}

export function pageNumber(value: ParameterValue, last: number): number {
  const page = Number(firstValue(value))
  return Number.isInteger(page) && page >= 1 && page <= last ? page : 1
}
