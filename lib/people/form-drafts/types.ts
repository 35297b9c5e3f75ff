import type { FormValues } from '@/lib/base/http/action-result'

/** What someone typed in a form and has not sent yet. */
export interface FormDraft {
  form: string
  values: FormValues
  savedAt: string
}

export interface UnsentDraft {
  form: string
  path: string
  title: string
  savedAt: Date
}
