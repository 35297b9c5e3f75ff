import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { env } from '@/lib/base/runtime/env'
import { countOutbox, getMailWishes, listOutbox, readUnsubscribeToken } from './data'
import { groupWish } from './kinds.rules'
import { canReadOutbox } from './policy'
import {
  MAIL_GROUPS,
  type GroupWish,
  type MailGroup,
  type MailStatus,
  type OptionalMailKind,
} from './types'

/** What needs someone comes first. */
const STATUSES: readonly MailStatus[] = [
  'doubt',
  'refused',
  'failed',
  'queued',
  'sending',
  'sent',
  'skipped',
]

/** For administrators; not found for anyone else. */
export async function loadOutbox(status: string | undefined, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canReadOutbox(actor)) notFound()
  const chosen = STATUSES.find((one) => one === status) ?? null
  const [mails, counts] = await Promise.all([listOutbox(chosen, actor.userId), countOutbox()])
  const inDoubt = counts.get('doubt') ?? 0
  return {
    mails,
    inDoubt,
    counts: STATUSES.flatMap((one) =>
      counts.has(one) ? [{ status: one, count: counts.get(one) ?? 0 }] : [],
    ),
    chosen,
    hasServer: env.SMTP_URL !== undefined,
  }
}

/** What someone chose, by group of kinds. */
export async function loadGroupWishes(userId: string): Promise<Record<MailGroup, GroupWish>> {
  const wishes = await getMailWishes(userId)
  return Object.fromEntries(
    MAIL_GROUPS.map((group) => [group, groupWish(group, wishes)]),
  ) as Record<MailGroup, GroupWish>
}

/** The kind of mail a link stops; null for an invalid link. */
export function loadUnsubscribe(token: string | undefined): OptionalMailKind | null {
  return token === undefined ? null : (readUnsubscribeToken(token)?.kind ?? null)
}
