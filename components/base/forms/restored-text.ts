import type { FormValues } from '@/lib/base/http/action-result'

const RESTORED_FIELD = '~restored'

/** "Sent" this way a form shows these values, or with null what is stored; no request is made. */
export function restoringForm(values: FormValues | null): FormData {
  const form = new FormData()
  form.set(RESTORED_FIELD, JSON.stringify(values))
  return form
}

/** The result of such a form; null for a form that a person sends. */
export function restoredResult(
  form: FormData,
): { status: 'restored'; values: FormValues } | { status: 'idle' } | null {
  const text = form.get(RESTORED_FIELD)
  if (typeof text !== 'string') return null
  const values = JSON.parse(text) as FormValues | null
  return values === null ? { status: 'idle' } : { status: 'restored', values }
}
