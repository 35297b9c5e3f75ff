'use server'
import { refresh } from 'next/cache'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import type { ActionResult } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { requestRun } from './mutations'
import { canManageJobs } from './policy'
import { jobNameSchema } from './schema'

export async function requestRunAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const input = jobNameSchema.safeParse(values)
    if (!canManageJobs(actor) || !input.success) throw new AppError('NOT_FOUND')
    if (!(await requestRun(input.data.name, actor.userId))) throw new AppError('WRONG_STATE')
    refresh()
    return { status: 'ok', data: undefined }
  })
}
