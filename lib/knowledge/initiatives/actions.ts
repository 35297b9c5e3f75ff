'use server'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import type { ActionResult } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getConfirmTarget } from './data'
import { saveConfirmation } from './mutations'
import { canConfirm } from './policy'
import { confirmSchema } from './schema'

export async function confirmInitiativeAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = confirmSchema.safeParse(values)
    const target = about.success ? await getConfirmTarget(about.data.initiativeId) : null
    if (!target || !canConfirm(actor, target)) throw new AppError('NOT_FOUND')
    await saveConfirmation({
      initiativeId: target.initiativeId,
      actorId: actor.userId,
      now: new Date(),
    })
    invalidateContent()
    return { status: 'ok', data: undefined }
  })
}
