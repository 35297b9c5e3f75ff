import type { z } from 'zod'
import type { FormValues } from './action-result'

/** What was typed, as plain strings. Files and Next's own hidden fields are left out. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    const texts = form.getAll(key).filter((entry) => typeof entry === 'string')
    const [first] = texts
    if (first !== undefined) values[key] = texts.length > 1 ? texts : first
  }
  return values
}

const ROW_FIELD = /^([a-zA-Z]+)\.(\d{1,3})\.([a-zA-Z]+)$/

/** Turns "steps.0.name" and its like into lists of rows, as the schemas expect them. Gaps in the numbering close. */
export function nestRows(values: FormValues): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  const lists = new Map<string, Map<number, Record<string, unknown>>>()
  for (const [key, value] of Object.entries(values)) {
    const [, list, index, field] = ROW_FIELD.exec(key) ?? []
    if (list === undefined || index === undefined || field === undefined) {
      plain[key] = value
      continue
    }
    const rows = lists.get(list) ?? new Map<number, Record<string, unknown>>()
    rows.set(Number(index), { ...rows.get(Number(index)), [field]: value })
    lists.set(list, rows)
  }
  for (const [list, rows] of lists) plain[list] = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
  return plain
}

/** Zod issues as field errors; a path such as steps.0.name becomes the field name "steps.0.name". */
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
