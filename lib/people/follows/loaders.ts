import 'server-only'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { countUnread, findSubject, isFollowing, listFollows, listInbox } from './data'
import { inboxPage } from './rules'
import type { SubjectType } from './types'

export async function loadFollow(
  type: SubjectType,
  slug: string,
): Promise<boolean | 'visitor' | null> {
  const reader = await loadReader()
  if (!reader) return 'visitor'
  const subject = await findSubject(type, slug)
  return subject && isFollowing(reader.userId, subject)
}

export async function loadInbox(page: string | undefined, returnTo: string) {
  const { userId } = await requireActorPage(returnTo)
  const number = inboxPage(page)
  const [inbox, follows] = await Promise.all([listInbox(userId, number), listFollows(userId)])
  return { ...inbox, page: number, follows }
}

export async function loadUnread(actor: Actor): Promise<number> {
  return countUnread(actor.userId)
}
