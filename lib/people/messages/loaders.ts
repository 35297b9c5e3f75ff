import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { env } from '@/lib/base/runtime/env'
import { countOutbox, getMailWishes, listOutbox, readUnsubscribeToken } from './data'
import { canReadOutbox } from './policy'
import type { MailKind, MailStatus, MailWishes } from './types'

const STATUSES: readonly MailStatus[] = [
  'doubt',
  'refused',
  'failed',
  'queued',
  'sending',
  'sent',
  'skipped',
]

export async function loadOutbox(status: string | undefined, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canReadOutbox(actor)) notFound()
  const chosen = STATUSES.find((one) => one === status) ?? null
  const [mails, counts] = await Promise.all([listOutbox(chosen), countOutbox()])
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

export async function loadMailWishes(userId: string): Promise<MailWishes> {
  return getMailWishes(userId)
}

export function loadUnsubscribe(token: string | undefined): MailKind | null {
  return token === undefined ? null : (readUnsubscribeToken(token)?.kind ?? null)
}
