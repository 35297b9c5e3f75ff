'use server'
import { refresh } from 'next/cache'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  invalidField,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { runForm } from '@/lib/base/http/form-action'
import { AppError } from '@/lib/base/runtime/errors'
import { proofMessage } from '@/lib/people/accounts/rules'
import type { Actor } from '@/lib/people/accounts/types'
import { requireActor, requireFactorOwner } from '@/lib/people/accounts/session'
import { getResetRequest } from './data'
import { refuseFactorOwner, removeFactor, renamePasskey } from './factors.mutations'
import { canConfirmReset, canRequestReset } from './policy'
import { confirmReset, requestReset, withdrawReset } from './resets.mutations'
import { personSchema, removeSchema, renameSchema } from './schema'

export async function removeFactorAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const typed = formValues(form)
  // Says in which row it went wrong; the password does not go back.
  const values = { id: typed.id ?? '' }
  return runAction(values, async () => {
    const owner = await requireFactorOwner()
    const input = removeSchema.safeParse(typed)
    if (!input.success) return invalidResult(input.error, values)
    const refusal = await refuseFactorOwner(owner, input.data.password)
    if (refusal) return invalidField('password', proofMessage(refusal), values)
    const outcome = await removeFactor(owner.userId, input.data)
    if (outcome === 'needed') return invalidForm('lastFactor', values)
    if (outcome === 'gone') throw new AppError('NOT_FOUND')
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function renamePasskeyAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const { userId } = await requireActor()
    const input = renameSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await renamePasskey(userId, input.data.id, input.data.name)))
      throw new AppError('NOT_FOUND')
    refresh()
    return saved()
  })
}

const idOf = (values: Record<string, unknown>) =>
  personSchema.safeParse(values).data?.userId ?? null
const forDesk = {
  actor: requireActor,
  schema: personSchema,
  shows: 'page',
} as const

export async function requestResetAction(_previous: ActionResult<Saved>, form: FormData) {
  return runForm(
    form,
    {
      ...forDesk,
      load: (values) => Promise.resolve(idOf(values)),
      can: (actor: Actor, userId) => canRequestReset(actor, userId),
    },
    async ({ userId }, { actor, values }) =>
      (await requestReset(actor.userId, userId)) === 'none'
        ? invalidForm('noFactor', values)
        : null,
  )
}

const loadRequest = async (values: Record<string, unknown>) => {
  const userId = idOf(values)
  return userId === null ? null : getResetRequest(userId, new Date())
}

export async function confirmResetAction(_previous: ActionResult<Saved>, form: FormData) {
  return runForm(
    form,
    { ...forDesk, load: loadRequest, can: canConfirmReset },
    async ({ userId }, { actor }) => {
      if ((await confirmReset(actor.userId, userId)) !== 'ok') throw new AppError('NOT_FOUND')
      return null
    },
  )
}

export async function withdrawResetAction(_previous: ActionResult<Saved>, form: FormData) {
  return runForm(
    form,
    {
      ...forDesk,
      load: loadRequest,
      can: (actor: Actor, { userId }) => canRequestReset(actor, userId),
    },
    async ({ userId }, { actor }) => {
      if (!(await withdrawReset(actor.userId, userId))) throw new AppError('NOT_FOUND')
      return null
    },
  )
}
