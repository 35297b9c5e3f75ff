import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'

/**
 * What was sent well. Not by the result alone: an action may lead to another page, or bring a page
 * on which the form is made anew, and then nobody sees its result.
 */
const waiting = new Map<string, () => void>()
const LATER_MS = 60_000

/** The key without the turn, which counts the answers. */
const formOf = (key: string) => key.replace(/\.\d+$/, '')

/** Returns how to stop waiting; the answer may come after the form has left the page. */
export function whenSent(key: string, listener: () => void): () => void {
  const form = formOf(key)
  waiting.set(form, listener)
  return () => {
    setTimeout(() => {
      if (waiting.get(form) === listener) waiting.delete(form)
    }, LATER_MS)
  }
}

export function tellSent(form: FormData): void {
  const key = form.get(SUBMISSION_FIELD)
  if (typeof key === 'string') waiting.get(formOf(key))?.()
}

/** How Next marks the error with which an action leads to another page. */
export function isRedirect(error: unknown): boolean {
  const digest: unknown =
    typeof error === 'object' && error !== null && 'digest' in error ? error.digest : ''
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT')
}
