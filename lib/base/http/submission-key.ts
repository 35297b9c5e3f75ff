export const SUBMISSION_FIELD = 'submissionKey'

const KEY_BYTES = 16

/** `crypto.randomUUID` exists only on https; forms must also work without. */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
