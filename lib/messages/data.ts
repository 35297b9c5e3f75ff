import 'server-only'
import { db } from '@/lib/platform/db'
import { readToken, signToken } from '@/lib/platform/signed-token'
import { isMailKind, wishes } from './rules'
import { MAIL_KINDS, type MailKind, type MailStatus, type MailWishes, type OutboxMail } from './types'

const MAX_OUTBOX = 100
const PURPOSE = 'mail.unsubscribe'

/** The latest mail, newest first; with a status only those. */
export async function listOutbox(status: MailStatus | null): Promise<OutboxMail[]> {
  const rows = await db.mail.findMany({
    where: status === null ? {} : { status },
    select: {
      id: true, kind: true, subject: true, text: true, path: true, status: true, attempts: true, createdAt: true, nextAttemptAt: true, sentAt: true, lastError: true,
      recipient: { select: { email: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_OUTBOX,
  })
  return rows.map(({ recipient, kind, ...row }) => ({ ...row, kind: isMailKind(kind) ? kind : null, recipient: recipient.email }))
}

/** How many mails stand in each status. */
export async function countOutbox(): Promise<ReadonlyMap<MailStatus, number>> {
  const rows = await db.mail.groupBy({ by: ['status'], _count: { _all: true }, orderBy: { status: 'asc' } })
  return new Map(rows.map(({ status, _count }) => [status, _count._all]))
}

/** What this person gets of every kind of mail. */
export async function getMailWishes(userId: string): Promise<MailWishes> {
  const rows = await db.mailWish.findMany({ where: { userId }, select: { kind: true, wanted: true }, orderBy: { kind: 'asc' }, take: MAIL_KINDS.length * 2 })
  return wishes(new Map(rows.map(({ kind, wanted }) => [kind, wanted])))
}

/** What a mail carries so that it can be stopped without signing in. */
export function unsubscribeToken(userId: string, kind: MailKind): string {
  return signToken(PURPOSE, `${userId} ${kind}`)
}

/** Whose mail of which kind a token stops, or null when we did not write it. */
export function readUnsubscribeToken(token: string): { userId: string; kind: MailKind } | null {
  const [userId = '', kind = ''] = readToken(PURPOSE, token)?.split(' ') ?? []
  return userId !== '' && isMailKind(kind) ? { userId, kind } : null
}
