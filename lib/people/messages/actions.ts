'use server'
import { refresh } from 'next/cache'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, saved, type Saved } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { readUnsubscribeToken } from './data'
import { retryMail, settleMail } from './outbox.mutations'
import { saveMailWishes, stopMail } from './wishes.mutations'
import { canReadOutbox } from './policy'
import { mailIdSchema, mailWishesSchema, unsubscribeSchema } from './schema'
import { OPTIONAL_MAIL_KINDS, type OptionalMailKind } from './types'

type Result = ActionResult<Saved>

export async function saveMailWishesAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const { userId } = await requireActor()
    const input = mailWishesSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    await saveMailWishes(
      userId,
      Object.fromEntries(
        OPTIONAL_MAIL_KINDS.map((kind) => [kind, input.data[kind] === 'on']),
      ) as Record<OptionalMailKind, boolean>,
    )
    return saved()
  })
}

/** The token is the authorization; no sign-in needed. */
export async function stopMailAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const input = unsubscribeSchema.safeParse(values)
    const about = input.success ? readUnsubscribeToken(input.data.token) : null
    if (!about || !(await stopMail(about.userId, about.kind))) throw new AppError('NOT_FOUND')
    return { status: 'ok', data: undefined }
  })
}

type MailAct = (id: string, actorId: string) => Promise<boolean>

async function actOnMail(form: FormData, act: MailAct): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const input = mailIdSchema.safeParse(values)
    if (!canReadOutbox(actor) || !input.success) throw new AppError('NOT_FOUND')
    if (!(await act(input.data.id, actor.userId))) throw new AppError('NOT_FOUND')
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function retryMailAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return actOnMail(form, retryMail)
}

export async function settleMailAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return actOnMail(form, settleMail)
}
