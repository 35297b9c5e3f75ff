import type { z } from 'zod'
import type { FormValues } from './action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { xmlSafe } from '@/lib/base/text/text'

/** More than any form has; server/body-rules.ts applies the same limit earlier. */
export const MAX_FIELDS = 1_000
/** A password stays as typed. */
const SECRET = /password/i

/** Typed values without files and Next's hidden fields. @throws AppError TOO_LARGE */
export function formValues(form: FormData): FormValues {
  const values = new Map<string, string | string[]>()
  let count = 0
  for (const [key, value] of form) {
    count += 1
    if (count > MAX_FIELDS) throw new AppError('TOO_LARGE')
    if (typeof value !== 'string' || key.startsWith('$ACTION')) continue
    const text = SECRET.test(key) ? value : xmlSafe(value)
    const earlier = values.get(key)
    if (earlier === undefined) values.set(key, text)
    else if (typeof earlier === 'string') values.set(key, [earlier, text])
    else earlier.push(text)
  }
  return Object.fromEntries(values)
}

const ROW_FIELD = /^([a-zA-Z]+)\.(\d{1,3})\.([a-zA-Z]+)$/

/** Turns "steps.0.name" into lists of rows for the schemas; gaps in the numbering close. */
export function nestRows(values: FormValues): Record<string, unknown> {
  const plain = new Map<string, unknown>()
  const lists = new Map<string, Map<number, Record<string, unknown>>>()
  for (const [key, value] of Object.entries(values)) {
    const [, list, index, field] = ROW_FIELD.exec(key) ?? []
    if (list === undefined || index === undefined || field === undefined) {
      plain.set(key, value)
      continue
    }
    const rows = lists.get(list) ?? new Map<number, Record<string, unknown>>()
    const row = rows.get(Number(index)) ?? {}
    row[field] = value
    rows.set(Number(index), row)
    lists.set(list, rows)
  }
  for (const [list, rows] of lists)
    plain.set(
      list,
      [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row),
    )
  return Object.fromEntries(plain)
}

export function invalidResult(error: z.ZodError, values: FormValues) {
  const fieldErrors: Record<string, string[]> = {}
  const formErrors: string[] = []
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (field === '') formErrors.push(issue.message)
    else (fieldErrors[field] ??= []).push(issue.message)
  }
  return { status: 'invalid' as const, fieldErrors, formErrors, values }
}
