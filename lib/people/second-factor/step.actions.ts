'use server'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { getLocale } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import type { z } from 'zod'
import { runAction } from '@/lib/base/http/action'
import { limitMessage } from '@/lib/base/http/limit'
import { type ActionResult, type FormValues, invalidForm } from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { origin } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { safeReturnPath } from '@/lib/people/accounts/rules'
import { currentSession, pendingSession, writeSessionCookie } from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import { passSecondStep, type StepProof } from './mutations'
import { startPasskey } from './passkeys.mutations'
import { codeSchema, passkeyStepSchema } from './schema'
import { readJson } from './rules'

/** The one-time code of an app. */
export async function stepCodeAction(_previous: ActionResult, form: FormData) {
  return step(form, codeSchema, ({ code }) => ({ how: 'code', code }))
}

export async function stepRecoveryAction(_previous: ActionResult, form: FormData) {
  return step(form, codeSchema, ({ code }) => ({ how: 'recovery', code }))
}

export async function stepPasskeyAction(_previous: ActionResult, form: FormData) {
  return step(form, passkeyStepSchema, ({ answer }) => ({
    how: 'passkey',
    answer: readJson(answer),
  }))
}

/** What the browser needs to ask for a passkey, with a challenge of this sign-in. */
export async function askPasskeyAction(): Promise<
  ActionResult<PublicKeyCredentialRequestOptionsJSON>
> {
  return runAction({}, async () => {
    const pending = await pendingSession()
    if (pending?.stage !== 'second_factor') throw new AppError('NOT_SIGNED_IN')
    const options = await startPasskey(pending)
    if (!options) throw new AppError('NOT_FOUND')
    return { status: 'ok', data: options }
  })
}

async function step<Schema extends z.ZodType<{ returnTo: string }>>(
  form: FormData,
  schema: Schema,
  proofOf: (input: z.infer<Schema>) => StepProof,
): Promise<ActionResult> {
  const typed = formValues(form)
  const values = withoutSecrets(typed)
  return runAction(values, async () => {
    const input = schema.safeParse(typed)
    if (!input.success) return invalidResult(input.error, values)
    const go = async () =>
      redirectToPath(
        pathAfterSignIn('complete', safeReturnPath(input.data.returnTo, origin), await getLocale()),
      )
    // A second press of a form that let them in already.
    if (await currentSession()) return go()
    const pending = await pendingSession()
    if (pending?.stage !== 'second_factor') throw new AppError('NOT_SIGNED_IN')
    const proof = proofOf(input.data)
    const outcome = await passSecondStep(pending, proof)
    switch (outcome.status) {
      case 'limited':
        return invalidForm(limitMessage(outcome.retryAfterSeconds), values)
      case 'wrong':
        return invalidForm(REFUSED[proof.how], values)
      case 'ended':
        throw new AppError('NOT_SIGNED_IN')
      case 'ok':
        await writeSessionCookie(pending, outcome.expiresAt)
        return go()
    }
  })
}

const REFUSED = { code: 'codeRefused', recovery: 'recoveryRefused', passkey: 'passkeyRefused' }

/** A code is used or wrong: typed anew. */
const withoutSecrets = ({ returnTo = '' }: FormValues): FormValues => ({ returnTo })
