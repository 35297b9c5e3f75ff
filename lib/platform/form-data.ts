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
