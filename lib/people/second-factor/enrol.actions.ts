'use server'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect as redirectToPath } from 'next/navigation'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidField, invalidForm } from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { origin } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { proofMessage, safeReturnPath } from '@/lib/people/accounts/rules'
import {
  currentSession,
  requireFactorOwner,
  writeSessionCookie,
} from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import {
  confirmTotp,
  finishEnrolment,
  refuseFactorOwner,
  savePasskey,
  startTotp,
} from './factors.mutations'
import { startNewPasskey } from './passkeys.mutations'
import { renewCodes } from './recovery.mutations'
import { readJson } from './rules'
import { confirmSchema, finishSchema, savePasskeySchema, startSchema } from './schema'
import type { FactorAdded } from './types'

/** Begins with an app: the page then shows its QR code. */
export async function startTotpAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return runAction({}, async () => {
    const owner = await requireFactorOwner()
    const input = startSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const refusal = await refuseFactorOwner(owner, input.data.password)
    if (refusal) return invalidField('password', proofMessage(refusal), {})
    await startTotp(owner)
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function confirmTotpAction(
  _previous: ActionResult<FactorAdded>,
  form: FormData,
): Promise<ActionResult<FactorAdded>> {
  return runAction({}, async () => {
    const owner = await requireFactorOwner()
    const input = confirmSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const outcome = await confirmTotp(owner, input.data.code)
    if (outcome.status === 'wrong') return invalidField('code', 'codeWrongSetUp', {})
    if (outcome.status === 'ended') return invalidForm('setUpEnded', {})
    return { status: 'ok', data: { codes: outcome.codes } }
  })
}

/** What the browser needs to make a passkey, with a challenge of this session. */
export async function newPasskeyAction(
  form: FormData,
): Promise<ActionResult<PublicKeyCredentialCreationOptionsJSON>> {
  return runAction({}, async () => {
    const owner = await requireFactorOwner()
    const input = startSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const refusal = await refuseFactorOwner(owner, input.data.password)
    if (refusal) return invalidField('password', proofMessage(refusal), {})
    const options = await startNewPasskey(owner)
    if (!options) return invalidForm('passkeysFull', {})
    return { status: 'ok', data: options }
  })
}

export async function savePasskeyAction(
  _previous: ActionResult<FactorAdded>,
  form: FormData,
): Promise<ActionResult<FactorAdded>> {
  const values = formValues(form)
  const typed = { name: values.name ?? '' }
  return runAction(typed, async () => {
    const owner = await requireFactorOwner()
    const input = savePasskeySchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, typed)
    const { name, answer } = input.data
    const outcome = await savePasskey(owner, { name, answer: readJson(answer) })
    if (outcome.status === 'wrong') return invalidForm('passkeyNotMade', typed)
    if (outcome.status === 'ended') return invalidForm('setUpEnded', typed)
    return { status: 'ok', data: { codes: outcome.codes } }
  })
}

/** New recovery codes; those of before end. */
export async function renewCodesAction(
  _previous: ActionResult<FactorAdded>,
  form: FormData,
): Promise<ActionResult<FactorAdded>> {
  return runAction({}, async () => {
    const owner = await requireFactorOwner()
    const input = startSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const refusal = await refuseFactorOwner(owner, input.data.password)
    if (refusal) return invalidField('password', proofMessage(refusal), {})
    return { status: 'ok', data: { codes: await renewCodes(owner.userId) } }
  })
}

/** "Ik heb ze bewaard": completes the first session and goes where it was going. */
export async function finishEnrolmentAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const input = finishSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await currentSession())) {
      const owner = await requireFactorOwner()
      const expiresAt = await finishEnrolment(owner)
      if (!expiresAt) throw new AppError('NOT_SIGNED_IN')
      await writeSessionCookie(owner, expiresAt)
    }
    const back = safeReturnPath(input.data.returnTo, origin)
    return redirectToPath(pathAfterSignIn('complete', back, await getLocale()))
  })
}
