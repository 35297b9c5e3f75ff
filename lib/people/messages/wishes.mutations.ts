import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { OUTSIDE } from './data'
import { type MailWishes, REFUSABLE_KINDS, type RefusableKind } from './types'

/** Saves what someone wants to get by mail. */
export async function saveMailWishes(userId: string, chosen: MailWishes): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const kind of REFUSABLE_KINDS) await saveWish(tx, userId, kind, chosen[kind])
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
  kind: RefusableKind,
  wanted: boolean,
): Promise<void> {
  await tx.mailWish.upsert({
    where: { userId_kind: { userId, kind } },
    create: { userId, kind, wanted },
    update: { wanted },
    select: { userId: true },
  })
}

/** Stops a kind for the reader of this mail, who has no account to store it with. */
async function stopOutside(tx: Transaction, mailId: string, kind: RefusableKind): Promise<boolean> {
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
export async function stopMail(userId: string, kind: RefusableKind): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (userId.startsWith(OUTSIDE)) return stopOutside(tx, userId.slice(OUTSIDE.length), kind)
    if ((await tx.user.count({ where: { id: userId } })) === 0) return false
    await saveWish(tx, userId, kind, false)
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
