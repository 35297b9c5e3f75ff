import 'server-only'
import { db } from '@/lib/base/db/db'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { isEssential, isMailKind, isWanted, wishes } from './rules'
import {
  type MailKind,
  type MailStatus,
  type MailWishes,
  type OutboxMail,
  REFUSABLE_KINDS,
  type RefusableKind,
} from './types'

const MAX_OUTBOX = 100
const PURPOSE = 'mail.unsubscribe'

/** The latest mail, newest first, optionally with one status. */
export async function listOutbox(status: MailStatus | null): Promise<OutboxMail[]> {
  const rows = await db.mail.findMany({
    where: status === null ? {} : { status },
    select: {
      id: true,
      kind: true,
      subject: true,
      text: true,
      path: true,
      status: true,
      attempts: true,
      createdAt: true,
      nextAttemptAt: true,
      claimedAt: true,
      sentAt: true,
      lastError: true,
      toAddress: true,
      recipient: { select: { email: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_OUTBOX,
  })
  return rows.map(({ recipient, toAddress, kind, ...row }) => ({
    ...row,
    kind: isMailKind(kind) ? kind : null,
    recipient: recipient?.email ?? toAddress ?? '',
  }))
}

/** Number of mails per status. */
export async function countOutbox(): Promise<ReadonlyMap<MailStatus, number>> {
  const rows = await db.mail.groupBy({
    by: ['status'],
    _count: { _all: true },
    orderBy: { status: 'asc' },
  })
  return new Map(rows.map(({ status, _count }) => [status, _count._all]))
}

/** What this person gets of each kind of mail. */
export async function getMailWishes(userId: string): Promise<MailWishes> {
  const rows = await db.mailWish.findMany({
    where: { userId },
    select: { kind: true, wanted: true },
    orderBy: { kind: 'asc' },
    take: REFUSABLE_KINDS.length * 2,
  })
  return wishes(new Map(rows.map(({ kind, wanted }) => [kind, wanted])))
}

/** Marks a token that names a mail instead of an account. */
export const OUTSIDE = 'mail:'

/** Lets a mail be stopped without signing in; without an account the mail stands for the reader. */
export function unsubscribeToken(
  mail: { id: string; recipientId: string | null },
  kind: RefusableKind,
): string {
  return signToken(PURPOSE, `${mail.recipientId ?? `${OUTSIDE}${mail.id}`} ${kind}`)
}

/** False when whoever reads this address stopped this kind. */
export async function isAddressWilling(address: string, kind: MailKind): Promise<boolean> {
  const [refusals, person] = await Promise.all([
    db.mailRefusal.count({ where: { address, kind } }),
    db.user.findUnique({
      where: { email: address },
      select: { mailWishes: { where: { kind }, select: { wanted: true }, take: 1 } },
    }),
  ])
  return refusals === 0 && isWanted(kind, person?.mailWishes[0]?.wanted)
}

/** Whose mail of which kind a token stops, by account or mail; null when we did not sign it. */
export function readUnsubscribeToken(
  token: string,
): { userId: string; kind: RefusableKind } | null {
  const [userId = '', kind = ''] = readToken(PURPOSE, token)?.split(' ') ?? []
  return userId !== '' && isMailKind(kind) && !isEssential(kind) ? { userId, kind } : null
}
