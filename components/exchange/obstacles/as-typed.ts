import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'

/**
 * An answer that only names what looks like the new obstacle, as a refusal: it comes with what was typed,
 * so that the form stays as it was.
 */
export function asTyped(
  answer: ActionResult<{ duplicates: readonly LikelyDuplicate[]; values: FormValues }>,
  message: string,
): ActionResult<unknown> {
  if (answer.status !== 'ok') return answer
  return {
    status: 'invalid',
    fieldErrors: {},
    formErrors: [message],
    values: answer.data.values,
  }
}
