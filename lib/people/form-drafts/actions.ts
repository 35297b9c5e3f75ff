'use server'
import type { ActionResult } from '@/lib/base/http/action-result'
import { savedAndShown, runAction } from '@/lib/base/http/action'
import { formValues } from '@/lib/base/http/form-data'
import { AppError } from '@/lib/base/runtime/errors'
import { requireActor } from '@/lib/people/accounts/session'
import { deleteFormDraft } from './mutations'
import { formNameSchema } from './schema'

/** Throws away what someone typed and did not send. */
export async function deleteFormDraftAction(
  _previous: ActionResult<{ savedAt: string }>,
  form: FormData,
): Promise<ActionResult<{ savedAt: string }>> {
  const values = formValues(form)
  return runAction(values, async () => {
    const { userId } = await requireActor()
    const name = formNameSchema.safeParse(values.form)
    if (!name.success) throw new AppError('NOT_FOUND')
    await deleteFormDraft(userId, name.data)
    return savedAndShown()
  })
}
