'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { runAction } from '@/lib/base/http/action'
import { limitMessage } from '@/lib/base/http/limit'
import {
  type ActionResult,
  invalidField,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import { confirmAddress, requestAddressChange } from './address.mutations'
import { requestPasswordLink, savePasswordByLink } from './mutations'
import {
  changeAddressSchema,
  confirmAddressSchema,
  forgotSchema,
  newPasswordSchema,
} from './schema'

const changeLimit = createLimit({ name: 'address-change', points: 5, windowSeconds: 60 * 60 })
const networkLimit = createLimit({ name: 'account-links', points: 40, windowSeconds: 60 * 60 })

/** Refuses a network that tries very many addresses or links. */
async function tooMany(): Promise<string | null> {
  const allowance = await networkLimit.consume((await requestClient()).network)
  return allowance.allowed ? null : limitMessage(allowance.retryAfterSeconds)
}

/** The answer is the same for every address. */
export async function forgotPasswordAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const input = forgotSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const limited = await tooMany()
    if (limited) return invalidForm(limited, values)
    await requestPasswordLink(input.data.email)
    return saved()
  })
}

/** The token is the authorization; the password never goes back. */
export async function newPasswordAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const { token = '', password = '' } = formValues(form)
  const values = { token }
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const input = newPasswordSchema.safeParse({ token, password })
    if (!input.success) return invalidResult(input.error, values)
    const limited = await tooMany()
    if (limited) return invalidForm(limited, values)
    const outcome = await savePasswordByLink(input.data.token, input.data.password)
    if (outcome.status === 'weak') return invalidField('password', outcome.problem, values)
    if (outcome.status === 'gone') return invalidForm('linkGone', values)
    return redirectToPath(
      getPathname({
        href: { pathname: '/sign-in', query: { melding: 'wachtwoord' } },
        locale: await getLocale(),
      }),
    )
  })
}

export async function changeAddressAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const { email = '', password = '' } = formValues(form)
  const values = { email }
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const actor = await requireActor()
    const input = changeAddressSchema.safeParse({ email, password })
    if (!input.success) return invalidResult(input.error, values)
    const allowance = await changeLimit.consume(actor.userId)
    if (!allowance.allowed) return invalidForm(limitMessage(allowance.retryAfterSeconds), values)
    const outcome = await requestAddressChange(actor.userId, input.data)
    switch (outcome.status) {
      case 'limited':
        return invalidForm(limitMessage(outcome.retryAfterSeconds), values)
      case 'wrongPassword':
        return invalidField('password', 'passwordWrong', values)
      case 'same':
        return invalidField('email', 'addressSame', values)
      case 'example':
        return invalidForm('exampleAddress', values)
      case 'ok':
        refresh()
        return saved()
    }
  })
}

export async function confirmAddressAction(
  _previous: ActionResult<{ done: boolean }>,
  form: FormData,
): Promise<ActionResult<{ done: boolean }>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<{ done: boolean }>> => {
    const input = confirmAddressSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const limited = await tooMany()
    if (limited) return invalidForm(limited, values)
    const outcome = await confirmAddress(input.data.token)
    if (outcome === 'gone') return invalidForm('linkGone', values)
    if (outcome === 'taken') return invalidForm('addressTaken', values)
    return { status: 'ok', data: { done: outcome === 'done' } }
  })
}
