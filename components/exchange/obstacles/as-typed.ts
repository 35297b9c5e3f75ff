import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'

/** Likely duplicates count as a refusal, so that the form keeps the typed values. */
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
