import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { OUTSIDE } from './data'
import type { MailMode, OptionalMailKind } from './types'

/** Saves what someone wants to get by mail; other kinds stay as they are. */
export async function saveMailWishes(
  userId: string,
  chosen: ReadonlyMap<OptionalMailKind, MailMode>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const [kind, mode] of chosen) await saveWish(tx, userId, kind, mode)
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'mail.wishes',
      objectType: 'user',
      objectId: userId,
    })
  })
}

async function saveWish(
  tx: Transaction,
  userId: string,
  kind: OptionalMailKind,
  mode: MailMode,
): Promise<void> {
  await tx.mailWish.upsert({
    where: { userId_kind: { userId, kind } },
    create: { userId, kind, mode },
    update: { mode },
    select: { userId: true },
  })
}

/** Stops a kind for the reader of this mail, who has no account to store it with. */
async function stopOutside(
  tx: Transaction,
  mailId: string,
  kind: OptionalMailKind,
): Promise<boolean> {
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { toAddress: true } })
  if (!mail || mail.toAddress === null) return false
  await tx.mailRefusal.createMany({
    data: [{ address: mail.toAddress, kind }],
    skipDuplicates: true,
  })
  await saveAuditEvent(tx, {
    actorId: null,
    action: 'mail.stop',
    objectType: 'mail',
    objectId: mailId,
    detail: { kind },
  })
  return true
}

/** Stops one kind of mail to one person; idempotent. False when the account is gone. */
export async function stopMail(userId: string, kind: OptionalMailKind): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (userId.startsWith(OUTSIDE)) return stopOutside(tx, userId.slice(OUTSIDE.length), kind)
    if ((await tx.user.count({ where: { id: userId } })) === 0) return false
    await saveWish(tx, userId, kind, 'never')
    // Whoever stops the digest gets none for another choice either.
    if (kind === 'digest')
      await tx.mailWish.updateMany({ where: { userId, mode: 'weekly' }, data: { mode: 'never' } })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'mail.stop',
      objectType: 'user',
      objectId: userId,
      detail: { kind },
    })
    return true
  })
}
