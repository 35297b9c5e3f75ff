'use server'
import { refresh } from 'next/cache'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidForm } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { findSubject } from './data'
import { deleteFollow, saveFollow, saveRead } from './mutations'
import { followSchema, readSchema } from './schema'

export async function followAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult> => {
    const { userId } = await requireActor()
    const input = followSchema.safeParse(values)
    const subject = input.success ? await findSubject(input.data.type, input.data.slug) : null
    if (!input.success || !subject) throw new AppError('NOT_FOUND')
    if (input.data.follow === '0') await deleteFollow(userId, subject)
    else if ((await saveFollow(userId, subject)) === 'tooMany') return invalidForm('tooMany', {})
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function readMessagesAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const { userId } = await requireActor()
    const input = readSchema.safeParse(values)
    if (!input.success) throw new AppError('NOT_FOUND')
    await saveRead(userId, input.data.id)
    refresh()
    return { status: 'ok', data: undefined }
  })
}
