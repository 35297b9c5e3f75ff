import 'server-only'
import { notFound } from 'next/navigation'
import { loadReader, requireActorPage } from '@/lib/accounts/loaders'
import { isSlug } from '@/lib/platform/text'
import { getContactTarget, getReceivedContact, isReachable, listSentContacts } from './data'
import { canContact } from './policy'
import type { ContactPerson, ReceivedContact, SentContact } from './types'

/** Whom this reader, or a visitor after signing in, can write to about this initiative; null when nobody. */
export async function loadContactName(slug: string): Promise<string | null> {
  const [target, reader] = await Promise.all([getContactTarget(slug), loadReader()])
  return target && (reader === null || canContact(reader, target)) ? target.name : null
}

/** The page to write on, with what this person wrote before; not found when there is nobody to write to. */
export async function loadContact(slug: string, returnTo: string): Promise<{ person: ContactPerson; sender: { name: string; email: string }; sent: SentContact[] }> {
  const actor = await requireActorPage(returnTo)
  const target = isSlug(slug) ? await getContactTarget(slug) : null
  if (!target || !canContact(actor, target)) notFound()
  const [reachable, sent] = await Promise.all([isReachable(target), listSentContacts(actor.userId, slug)])
  return { person: { slug, title: target.title, name: target.name, reachable }, sender: { name: actor.name, email: actor.email }, sent }
}

/** What the link in a mail is about; null when the link is not whole. */
export async function loadReceivedContact(token: string | undefined): Promise<ReceivedContact | null> {
  return token === undefined ? null : getReceivedContact(token)
}
