import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { isSlug } from '@/lib/base/text/text'
import { listRegionContacts } from '@/lib/exchange/contacts/data'
import { isStillContact } from '@/lib/exchange/contacts/policy'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { actsForOrganisation } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { findAbout, getAnswerLine, getByToken, getEnquiry, listEnquiries } from './data'
import { canAnswer } from './policy'
import { confirmState, deliverTo, mayReply, threadEnd } from './rules'
import type { Answerer, AnswerLine, EnquiryAbout, EnquiryRow, EnquiryThread } from './types'

function answererOf(line: AnswerLine): Answerer {
  const to = deliverTo(line)
  return {
    person: to === 'person' ? (line.person?.name ?? null) : null,
    organisation: to === 'administrators' ? null : (line.organisation?.name ?? null),
  }
}

const readAnswerer = cached('enquiry-answerer', async (about: EnquiryAbout) =>
  answererOf(await getAnswerLine(about, null)),
)

export interface ContactOfInitiative {
  /** The named contact person, who agreed to be shown. */
  name: string | null
  answerer: Answerer
  /** Not for whoever works there. */
  mayWrite: boolean
}

/** Who to turn to about an initiative. */
export async function loadContactOf(initiative: {
  id: string
  slug: string
  title: string
  organisationId: string
  contact: { name: string } | null
}): Promise<ContactOfInitiative> {
  const { id, slug, title, organisationId, contact } = initiative
  const [answerer, reader] = await Promise.all([
    readAnswerer({ kind: 'initiative', id, slug, title }),
    loadReader(),
  ])
  return {
    answerer,
    name: contact?.name ?? null,
    mayWrite: !actsForOrganisation(reader, organisationId),
  }
}

export interface AskPage {
  about: EnquiryAbout
  answerer: Answerer
  /** The contact persons of a region, when there is a choice. */
  people: { id: string; name: string; role: string }[]
  /** Signed in: name and mailbox are known. */
  sender: Pick<Actor, 'name' | 'email'> | null
}

async function listPeople(about: EnquiryAbout): Promise<AskPage['people']> {
  if (about.kind !== 'region') return []
  const [graph, contacts] = await Promise.all([getRegionGraph(), listRegionContacts([about.id])])
  return contacts
    .filter((one) => isStillContact(one, graph))
    .map(({ id, name, role }) => ({ id, name, role }))
}

/** The form for a message; not found for an unknown page, and for whoever works there. */
export const loadAsk = cache(async (kind: EnquiryAbout['kind'], slug: string): Promise<AskPage> => {
  const about = kind === 'site' || isSlug(slug) ? await findAbout(kind, slug) : null
  if (!about) notFound()
  const reader = await loadReader()
  if (reader && kind === 'initiative') {
    const { organisation } = await getAnswerLine(about, null)
    if (organisation && actsForOrganisation(reader, organisation.id)) notFound()
  }
  const [answerer, people] = await Promise.all([readAnswerer(about), listPeople(about)])
  return { about, answerer, people, sender: reader && { name: reader.name, email: reader.email } }
})

/** The message behind a link to confirm it; null when the link does not work (any more). */
export const loadConfirm = cache(
  async (
    token: string | undefined,
  ): Promise<{ enquiry: EnquiryThread; answerer: Answerer; state: 'open' | 'done' } | null> => {
    const enquiry = token === undefined ? null : await getByToken('confirm', token)
    if (!enquiry) return null
    const state = confirmState(enquiry, new Date())
    if (state === 'gone') return null
    const answerer =
      state === 'open'
        ? answererOf(await getAnswerLine(enquiry.about, enquiry.receiverId))
        : { person: null, organisation: enquiry.organisation }
    return { enquiry, answerer, state }
  },
)

/** The thread behind a link in an answer; null when the link does not work (any more). */
export const loadThread = cache(
  async (
    token: string | undefined,
  ): Promise<{ enquiry: EnquiryThread; mayReply: boolean; until: Date } | null> => {
    const enquiry = token === undefined ? null : await getByToken('thread', token)
    const until = enquiry && threadEnd(enquiry.entries)
    const now = new Date()
    if (!enquiry || !until || now >= until || enquiry.state === 'spam') return null
    return { enquiry, until, mayReply: mayReply(enquiry.state, enquiry.entries, now) }
  },
)

/** The messages from outside that someone answers, the newest first. */
export async function loadEnquiries(returnTo: string): Promise<EnquiryRow[]> {
  const actor = await requireActorPage(returnTo)
  const rows = await listEnquiries(actor, { waiting: false })
  return rows.filter((row) => canAnswer(actor, row))
}

/** Messages from outside that wait for an answer of this person. */
export async function loadWaitingEnquiries(actor: Actor): Promise<EnquiryRow[]> {
  const rows = await listEnquiries(actor, { waiting: true })
  return rows.filter((row) => canAnswer(actor, row))
}

/** One message, for whoever may answer it. */
export const loadEnquiry = cache(async (id: string, returnTo: string): Promise<EnquiryThread> => {
  const actor = await requireActorPage(returnTo)
  const enquiry = /^[0-9a-f-]{36}$/.test(id) ? await getEnquiry(id) : null
  if (!enquiry || !canAnswer(actor, enquiry)) notFound()
  return enquiry
})
