'use server'
import { refresh } from 'next/cache'
import { currentSession, requestClient, requireActor } from '@/lib/people/accounts/session'
import { signingOrganisation } from '@/lib/people/accounts/working-for.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit, createSenderLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat, type Submission } from '@/lib/base/http/submission'
import { isSlug } from '@/lib/base/text/text'
import { getRegion, getRegionGraph } from '@/lib/base/regions/data'
import { getInitiativeContact, getReceivedContact, isReachable, listRegionContacts } from './data'
import { deleteRegionContact, saveContact, saveHandled, saveRegionContact } from './mutations'
import { canContact, canManageContacts, isStillContact } from './policy'
import {
  contactSchema,
  handledSchema,
  regionContactSchema,
  regionContactValues,
  regionMessageSchema,
  removeContactSchema,
} from './schema'
import type { ContactTarget } from './types'

type Result = ActionResult<Saved>

const DAY = 24 * 60 * 60
/** A person writes to a few contacts a day, and to one of them once or twice. */
const senderLimit = createSenderLimit({
  name: 'contact',
  perPerson: 10,
  perNetwork: 40,
  windowSeconds: DAY,
})
const perReceiver = createLimit({ name: 'contact-initiative', points: 2, windowSeconds: DAY })

interface Sending {
  actor: Actor
  target: ContactTarget
  message: string
  submission: Submission
  values: FormValues
}

async function send({ actor, target, message, submission, values }: Sending): Promise<Result> {
  if (await isRepeat({ actorId: actor.userId, submission })) return saved()
  if (!(await isReachable(target))) return invalidForm('contactUnreachable', values)
  if (
    !(
      await perReceiver.consume(
        `${actor.userId} ${'userId' in target ? target.userId : target.about.id}`,
      )
    ).allowed
  )
    return invalidForm('contactTwice', values)
  if (!(await senderLimit.consume(actor.userId, await requestClient())).allowed)
    return invalidForm('contactLimit', values)
  await saveContact({
    target,
    sender: {
      id: actor.userId,
      name: actor.name,
      address: actor.email,
      organisation: signingOrganisation(actor),
    },
    message,
    submission,
  })
  refresh()
  return saved()
}

export async function sendContactAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const target =
      typeof values.slug === 'string' && isSlug(values.slug)
        ? await getInitiativeContact(values.slug)
        : null
    if (!target || !canContact(actor, target)) throw new AppError('NOT_FOUND')
    const input = contactSchema.safeParse(values)
    return input.success
      ? send({ actor, target, message: input.data.message, submission, values })
      : invalidResult(input.error, values)
  })
}

export async function sendRegionContactAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const input = regionMessageSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const [region, graph] = await Promise.all([
      isSlug(input.data.slug) ? getRegion(input.data.slug) : null,
      getRegionGraph(),
    ])
    if (!region) throw new AppError('NOT_FOUND')
    const target = (await listRegionContacts([region.id])).find(
      (one) => one.id === input.data.contactId && isStillContact(one, graph),
    )
    if (!target) return invalidForm('contactGone', values)
    if (!canContact(actor, target)) throw new AppError('NOT_FOUND')
    return send({ actor, target, message: input.data.message, submission, values })
  })
}

/** The token of the mail is the right; no session is needed. */
export async function handledContactAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const input = handledSchema.safeParse(values)
    const contact = input.success ? await getReceivedContact(input.data.token) : null
    if (!contact) throw new AppError('NOT_FOUND')
    await saveHandled(contact.id, (await currentSession())?.actor.userId ?? null)
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function saveRegionContactAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const { actor, regionId } = await requireContactManager(values)
    const input = regionContactSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const outcome = await saveRegionContact({
      ...input.data,
      version: input.data.version,
      actorId: actor.userId,
    })
    if (outcome === 'full') return invalidForm('contactsFull', values)
    if (outcome === 'conflict') {
      const own = (await listRegionContacts([regionId])).find(
        ({ userId }) => userId === actor.userId,
      )
      return own
        ? conflict(values, regionContactValues(own), own.version)
        : invalidForm('contactRemoved', values)
    }
    invalidateContent()
    refresh()
    return saved()
  })
}

export async function removeRegionContactAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const { actor } = await requireContactManager(values)
    const input = removeContactSchema.safeParse(values)
    if (!input.success) throw new AppError('NOT_FOUND')
    await deleteRegionContact({ ...input.data, actorId: actor.userId })
    invalidateContent()
    refresh()
    return { status: 'ok', data: undefined }
  })
}

async function requireContactManager({
  regionId,
}: FormValues): Promise<{ actor: Actor; regionId: string }> {
  const actor = await requireActor()
  if (
    typeof regionId !== 'string' ||
    !canManageContacts(actor, { regionId }, await getRegionGraph())
  )
    throw new AppError('NOT_FOUND')
  return { actor, regionId }
}
