'use server'
import { refresh } from 'next/cache'
import { runAction } from '@/lib/base/http/action'
import { limitMessage } from '@/lib/base/http/limit'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import type { Submission } from '@/lib/base/http/submission'
import { getRegionGraph } from '@/lib/base/regions/data'
import { AppError } from '@/lib/base/runtime/errors'
import { isSlug } from '@/lib/base/text/text'
import { listRegionContacts } from '@/lib/exchange/contacts/data'
import { isStillContact } from '@/lib/exchange/contacts/policy'
import { currentSession, requestClient } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { findAbout, getByToken } from './data'
import { confirmEnquiry, saveEnquiry, saveReply, sendEnquiry } from './mutations'
import { aboutSchema, memberSchema, replySchema, tokenSchema, visitorSchema } from './schema'
import type { EnquiryAbout, EnquiryKind } from './types'

type Result = ActionResult<Saved>

const DAY = 24 * 60 * 60
/** Per network as well as over all, so that a stranger does not easily silence an address. */
const addressHere = createLimit({ name: 'enquiry-address', points: 5, windowSeconds: DAY })
const addressAnywhere = createLimit({ name: 'enquiry-anywhere', points: 15, windowSeconds: DAY })
const networkLimit = createLimit({ name: 'enquiry-network', points: 30, windowSeconds: DAY })
const linkLimit = createLimit({ name: 'enquiry-links', points: 40, windowSeconds: 60 * 60 })

/** The same for every address, known or not. */
async function isLimited(email: string): Promise<boolean> {
  const { network } = await requestClient()
  const limits = [
    () => networkLimit.consume(network),
    () => addressHere.consume(`${email} ${network}`),
    () => addressAnywhere.consume(email),
  ]
  for (const consume of limits) if (!(await consume()).allowed) return true
  return false
}

interface Asking {
  about: EnquiryAbout
  kind: EnquiryKind
  reader: Actor | null
  submission: Submission
  values: FormValues
}

/** The account of a contact person that was chosen; undefined when they left meanwhile. */
async function findChosen(about: EnquiryAbout, contactId: string | undefined) {
  if (about.kind !== 'region' || contactId === undefined) return null
  const [graph, contacts] = await Promise.all([getRegionGraph(), listRegionContacts([about.id])])
  return contacts.find(({ id, ...one }) => id === contactId && isStillContact(one, graph))?.userId
}

async function ask({ about, kind, reader, submission, values }: Asking): Promise<Result> {
  const input = (reader ? memberSchema : visitorSchema).safeParse(values)
  if (!input.success) return invalidResult(input.error, values)
  const { contactId, ...typed } = input.data
  const receiverId = await findChosen(about, contactId)
  if (receiverId === undefined) return invalidForm('contactGone', values)
  const writer = reader
    ? { name: reader.name, email: reader.email, writer: 'member' as const }
    : visitorSchema.pick({ name: true, email: true, writer: true }).parse(values)
  if (await isLimited(writer.email)) return invalidForm('enquiryLimit', values)
  const enquiry = { about, kind, receiverId, submission, subject: typed.subject, text: typed.text }
  if (!reader) await saveEnquiry({ ...enquiry, ...writer })
  else if ((await sendEnquiry({ ...enquiry, ...writer })) === 'blocked')
    return invalidForm('enquiryBlocked', values)
  return saved()
}

/** The answer is the same for every address. Whoever is signed in needs no link. */
export async function askAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const place = aboutSchema.safeParse(values)
    if (!place.success) throw new AppError('NOT_FOUND')
    const { about: subject, slug, kind } = place.data
    const about = subject === 'site' || isSlug(slug) ? await findAbout(subject, slug) : null
    if (!about) throw new AppError('NOT_FOUND')
    const reader = (await currentSession())?.actor ?? null
    return ask({ about, kind, reader, submission, values })
  })
}

/** Refuses a network that tries very many links. */
async function tooManyLinks(): Promise<string | null> {
  const allowance = await linkLimit.consume((await requestClient()).network)
  return allowance.allowed ? null : limitMessage(allowance.retryAfterSeconds)
}

/** The token of the mail is the right; no session is needed. */
export async function confirmEnquiryAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const limited = await tooManyLinks()
    if (limited) return invalidForm(limited, values)
    const input = tokenSchema.safeParse(values)
    const enquiry = input.success ? await getByToken('confirm', input.data.token) : null
    if (!enquiry) return invalidForm('enquiryLinkGone', values)
    const outcome = await confirmEnquiry(enquiry.id)
    if (outcome === 'gone') return invalidForm('enquiryLinkGone', values)
    if (outcome === 'blocked') return invalidForm('enquiryBlocked', values)
    refresh()
    return saved()
  })
}

/** The token of the mail is the right; no session is needed. */
export async function replyEnquiryAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const input = replySchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const limited = await tooManyLinks()
    if (limited) return invalidForm(limited, values)
    const enquiry = await getByToken('thread', input.data.token)
    if (!enquiry || (await saveReply(enquiry.id, input.data.text)) === 'gone')
      return invalidForm('enquiryReplyGone', values)
    refresh()
    return saved()
  })
}
