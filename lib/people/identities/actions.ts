'use server'
import { refresh } from 'next/cache'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidField, invalidForm } from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { writeSealedCookie } from '@/lib/base/http/sealed-cookie'
import { refuseOwner } from '@/lib/people/accounts/mutations'
import { proofMessage } from '@/lib/people/accounts/rules'
import { requireSession } from '@/lib/people/accounts/session'
import { unlinkIdentity } from './mutations'
import { LINK_COOKIE, LINK_SECONDS, linkText } from './rules'
import { linkSchema } from './schema'

async function proveOwner(form: FormData): Promise<ActionResult | { owner: Owner }> {
  const { actor, sessionId } = await requireSession()
  const owner = { userId: actor.userId, sessionId }
  const input = linkSchema.safeParse(formValues(form))
  if (!input.success) return invalidResult(input.error, {})
  const refusal = await refuseOwner(owner, input.data.password, 'identity.change')
  return refusal ? invalidField('password', proofMessage(refusal), {}) : { owner }
}

interface Owner {
  userId: string
  sessionId: string
}

/**
 * Remembers that the owner asked to link. Going to the provider is a link after that: without this
 * form no other site can make someone link an account that is not theirs.
 */
export async function startLinkAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return runAction({}, async () => {
    const proven = await proveOwner(form)
    if ('status' in proven) return proven
    await writeSealedCookie(LINK_COOKIE, linkText(proven.owner, new Date()), LINK_SECONDS)
    return { status: 'ok', data: undefined }
  })
}

export async function unlinkAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return runAction({}, async () => {
    const proven = await proveOwner(form)
    if ('status' in proven) return proven
    if (!(await unlinkIdentity(proven.owner.userId))) return invalidForm('onlyWayIn', {})
    refresh()
    return { status: 'ok', data: undefined }
  })
}
