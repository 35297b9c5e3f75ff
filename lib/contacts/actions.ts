'use server'
import { refresh } from 'next/cache'
import { requestClient, requireActor } from '@/lib/accounts/session'
import { runAction } from '@/lib/platform/action'
import type { ActionResult } from '@/lib/platform/action-result'
import { AppError } from '@/lib/platform/errors'
import { formValues, invalidResult } from '@/lib/platform/form-data'
import { createLimit } from '@/lib/platform/rate-limit'
import { isSlug } from '@/lib/platform/text'
import { getContactTarget, getReceivedContact, isReachable } from './data'
import { saveContact, saveHandled } from './mutations'
import { canContact } from './policy'
import { contactSchema, handledSchema } from './schema'

type Result = ActionResult<{ savedAt: string }>

const DAY = 24 * 60 * 60
/** A person means to write to a few contact people a day, and to one of them once or twice. An office shares its network. */
const perPerson = createLimit({ name: 'contact', points: 10, windowSeconds: DAY })
const perInitiative = createLimit({ name: 'contact-initiative', points: 2, windowSeconds: DAY })
const perNetwork = createLimit({ name: 'contact-network', points: 40, windowSeconds: DAY })

const tooMany = (message: string, values: Record<string, string | string[]>): Result => ({ status: 'invalid', fieldErrors: {}, formErrors: [message], values })

/** Sends a message to the contact person of an initiative. */
export async function sendContactAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const target = typeof values.slug === 'string' && isSlug(values.slug) ? await getContactTarget(values.slug) : null
    if (!target || !canContact(actor, target)) throw new AppError('NOT_FOUND')
    const input = contactSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await isReachable(target))) return tooMany('contactUnreachable', values)
    if (!(await perInitiative.consume(`${actor.userId} ${target.initiativeId}`)).allowed) return tooMany('contactTwice', values)
    const { network } = await requestClient()
    for (const [limit, key] of [[perPerson, actor.userId], [perNetwork, network]] as const) if (!(await limit.consume(key)).allowed) return tooMany('contactLimit', values)
    const [membership] = actor.memberships
    const organisation = membership ? { id: membership.organisationId, name: membership.organisationName } : null
    await saveContact({ target, sender: { id: actor.userId, name: actor.name, address: actor.email, organisation }, message: input.data.message })
    refresh()
    return { status: 'ok', data: { savedAt: new Date().toISOString() } }
  })
}

/** The contact person says that it is handled. The token of the mail is the right; one need not be signed in. */
export async function handledContactAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return runAction({}, async () => {
    const input = handledSchema.safeParse(formValues(form))
    const contact = input.success ? await getReceivedContact(input.data.token) : null
    if (!contact) throw new AppError('NOT_FOUND')
    await saveHandled(contact.id)
    refresh()
    return { status: 'ok', data: undefined }
  })
}
