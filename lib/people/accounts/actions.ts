'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { requireSameOrigin, runAction } from '@/lib/base/http/action'
import { limitMessage } from '@/lib/base/http/limit'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { origin } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { deleteAccount, saveExpertise, savePassword } from './mutations'
import { revokeAllSessions, revokeSession } from './sessions.mutations'
import { authenticate } from './sign-in.mutations'
import { safeReturnPath } from './rules'
import { pathAfterSignIn } from './stage.rules'
import {
  changePasswordSchema,
  expertiseSchema,
  leaveSchema,
  revokeSessionSchema,
  signInSchema,
} from './schema'
import type { Departure } from './types'
import {
  clearSessionCookie,
  currentSession,
  knownDevices,
  pendingSession,
  requestClient,
  requireActor,
  requireSession,
  welcome,
} from './session'

/** The answer to a failed attempt never says what was wrong. */
export async function signInAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const typed = formValues(form)
  const values = withoutPasswords(typed)
  return runAction(values, async () => {
    const input = signInSchema.safeParse(typed)
    if (!input.success) return invalidResult(input.error, values)
    const { returnTo, ...credentials } = input.data
    const outcome = await authenticate({
      ...credentials,
      ...(await requestClient()),
      knownDevices: await knownDevices(),
    })
    if (outcome.status !== 'ok') {
      return invalidForm(
        outcome.status === 'limited' ? limitMessage(outcome.retryAfterSeconds) : 'signInRefused',
        values,
      )
    }
    await welcome(outcome)
    return redirectToPath(
      pathAfterSignIn(outcome.stage, safeReturnPath(returnTo, origin), await getLocale()),
    )
  })
}

/** Also works when the session has ended or waits for its second step. */
export async function signOutAction(): Promise<void> {
  await requireSameOrigin()
  const session = await currentSession()
  if (session) await revokeSession(session.actor.userId, session.sessionId)
  const pending = await pendingSession()
  if (pending) await revokeSession(pending.userId, pending.sessionId)
  await leave('uitgelogd')
}

export async function signOutEverywhereAction(): Promise<void> {
  await requireSameOrigin()
  const session = await currentSession()
  if (session) await revokeAllSessions(session.actor.userId)
  await leave('overal')
}

async function leave(notice: Departure): Promise<never> {
  await clearSessionCookie()
  return redirectToPath(
    getPathname({
      href: { pathname: '/sign-in', query: { melding: notice } },
      locale: await getLocale(),
    }),
  )
}

export async function revokeSessionAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return runAction({}, async () => {
    const { actor } = await requireSession()
    const input = revokeSessionSchema.safeParse(formValues(form))
    if (!input.success || !(await revokeSession(actor.userId, input.data.sessionId)))
      throw new AppError('NOT_FOUND')
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function changePasswordAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return runAction({}, async () => {
    const { actor } = await requireSession()
    const input = changePasswordSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const { device } = await requestClient()
    const outcome = await savePassword(actor.userId, { ...input.data, device })
    switch (outcome.status) {
      case 'limited':
        return invalidForm(limitMessage(outcome.retryAfterSeconds), {})
      case 'wrongPassword':
        return invalidField('currentPassword', 'passwordWrong', {})
      case 'weak':
        return invalidField('newPassword', outcome.problem, {})
      case 'ok':
        await welcome(outcome)
        refresh()
        return { status: 'ok', data: undefined }
    }
  })
}

export async function deleteAccountAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return runAction({}, async () => {
    const { actor, sessionId } = await requireSession()
    const input = leaveSchema.safeParse(formValues(form))
    if (!input.success) return invalidResult(input.error, {})
    const outcome = await deleteAccount(actor.userId, input.data.password, sessionId)
    switch (outcome.status) {
      case 'limited':
        return invalidForm(limitMessage(outcome.retryAfterSeconds), {})
      case 'wrongPassword':
        return invalidField('password', 'passwordWrong', {})
      case 'signInAgain':
      case 'lastAdministrator':
      case 'example':
        return invalidForm(outcome.status, {})
      case 'ok':
        // Their name may be shown at a region.
        invalidateContent()
        return leave('verwijderd')
    }
  })
}

export async function saveExpertiseAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const { userId } = await requireActor()
    const input = expertiseSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await saveExpertise(userId, input.data))) return invalidForm('unknownChoice', values)
    refresh()
    return saved()
  })
}

/** Passwords never go back to the browser. */
function withoutPasswords({ email = '', returnTo = '' }: FormValues): FormValues {
  return { email, returnTo }
}
