import type { ActionResult, FormValues } from '@/lib/base/http/action-result'

export function sentValues(result: ActionResult<unknown>): FormValues | undefined {
  return 'values' in result ? result.values : undefined
}

export function typedValue(
  result: ActionResult<unknown>,
  stored: FormValues,
  field: string,
): string {
  const value = sentValues(result)?.[field] ?? stored[field] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

/** The same for several choices. An unticked list is not sent at all. */
export function typedValues(
  result: ActionResult<unknown>,
  stored: FormValues,
  field: string,
): string[] {
  const sent = sentValues(result)
  const value = sent ? (sent[field] ?? []) : (stored[field] ?? [])
  return typeof value === 'string' ? (value === '' ? [] : [value]) : value
}
