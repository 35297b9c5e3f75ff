/** Hidden field in which every form carries a key of its own. */
export const SUBMISSION_FIELD = 'submissionKey'

const KEY_BYTES = 16

/**
 * A key that no other form has. `crypto.randomUUID` is only there on https; a form must also work
 * behind a plain address.
 */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
