import 'server-only'
import { saveReading } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { wishes } from './kinds.rules'
import { isEssential, isMailKind, isOptionalKind, isPrivateText, isWanted } from './rules'
import {
  OPTIONAL_MAIL_KINDS,
  type MailKind,
  type MailStatus,
  type MailWishes,
  type OptionalMailKind,
  type OutboxMail,
} from './types'

const MAX_OUTBOX = 100
const PURPOSE = 'mail.unsubscribe'

/**
 * The latest mail, newest first, optionally with one status. A path of account mail comes without
 * its query: the link in it opens an account. Text that someone wrote to someone else stays out.
 * The reading is noted in the record.
 */
export async function listOutbox(
  status: MailStatus | null,
  readerId: string,
): Promise<OutboxMail[]> {
  await saveReading({ actorId: readerId, action: 'outbox.read', objectType: 'outbox' })
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
  return rows.map(({ recipient, toAddress, kind: name, path, text, ...row }) => {
    const kind = isMailKind(name) ? name : null
    const [page = ''] = path.split('?')
    return {
      ...row,
      kind,
      path: kind !== null && isEssential(kind) ? page : path,
      recipient: recipient?.email ?? toAddress ?? '',
      text: text === '' || isPrivateText(kind) ? null : text,
      isEmptied: text === '',
    }
  })
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
    select: { kind: true, mode: true },
    orderBy: { kind: 'asc' },
    take: OPTIONAL_MAIL_KINDS.length * 2,
  })
  return wishes(new Map(rows.map(({ kind, mode }) => [kind, mode])))
}

/** Marks a token that names a mail instead of an account. */
export const OUTSIDE = 'mail:'

/** Lets a mail be stopped without signing in; without an account the mail stands for the reader. */
export function unsubscribeToken(
  mail: { id: string; recipientId: string | null },
  kind: MailKind,
): string {
  return signToken(PURPOSE, `${mail.recipientId ?? `${OUTSIDE}${mail.id}`} ${kind}`)
}

/** False when whoever reads this address stopped this kind. */
export async function isAddressWilling(address: string, kind: MailKind): Promise<boolean> {
  if (isEssential(kind)) return true
  const [refusals, person] = await Promise.all([
    db.mailRefusal.count({ where: { address, kind } }),
    db.user.findUnique({
      where: { email: address },
      select: { mailWishes: { where: { kind }, select: { mode: true }, take: 1 } },
    }),
  ])
  return refusals === 0 && isWanted(kind, person?.mailWishes[0]?.mode)
}

/** Where a mail goes; null when the person does not want it, cannot sign in any more, or is an example. */
export async function addressFor({
  recipientId,
  toAddress,
  kind,
}: {
  recipientId: string | null
  toAddress: string | null
  kind: string
}): Promise<string | null> {
  if (!isMailKind(kind)) return null
  if (recipientId === null)
    return toAddress !== null && (await isAddressWilling(toAddress, kind)) ? toAddress : null
  const person = await db.user.findUnique({
    where: { id: recipientId },
    select: {
      email: true,
      disabledAt: true,
      isExample: true,
      // Anything weekly is read in the digest.
      mailWishes: {
        where: kind === 'digest' ? { mode: 'weekly' } : { kind },
        select: { mode: true },
        take: 1,
      },
    },
  })
  const wanted = person !== null && isWanted(kind, person.mailWishes[0]?.mode)
  return wanted && person.disabledAt === null && !person.isExample ? person.email : null
}

/** Whose mail of which kind a token stops, by account or mail; null when we did not sign it. */
export function readUnsubscribeToken(
  token: string,
): { userId: string; kind: OptionalMailKind } | null {
  const [userId = '', kind = ''] = readToken(PURPOSE, token)?.split(' ') ?? []
  return userId !== '' && isOptionalKind(kind) ? { userId, kind } : null
}
