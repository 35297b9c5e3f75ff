import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { isUniqueViolation } from '@/lib/base/runtime/errors'
import { refusePassword, type PasswordRefusal } from '@/lib/people/accounts/mutations'
import { endLinks } from '@/lib/people/accounts/sessions.mutations'
import { queueAddressMail, queueMail } from '@/lib/people/messages/mutations'
import { getLink } from './data'
import { createLink } from './mutations'
import { addressTakenEmail, newAddressEmail, oldAddressEmail } from './rules'

export type ChangeOutcome = { status: 'ok' | 'same' | 'example' } | PasswordRefusal

/**
 * Starts a change of address after the password: a link to the new and to the old mailbox. An
 * address that has an account gets words instead of a link; the answer here is the same.
 */
export async function requestAddressChange(
  actorId: string,
  input: { email: string; password: string },
): Promise<ChangeOutcome> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actorId },
    select: { email: true, passwordHash: true, isExample: true },
  })
  const refusal = await refusePassword(actorId, {
    passwordHash: user.passwordHash,
    typed: input.password,
    action: 'user.changeAddress',
  })
  if (refusal) return refusal
  if (user.isExample) return { status: 'example' }
  if (user.email === input.email) return { status: 'same' }
  await db.$transaction(async (tx) => {
    await sendLinks(tx, actorId, { old: user.email, new: input.email })
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.requestAddress',
      objectType: 'user',
      objectId: actorId,
    })
  })
  return { status: 'ok' }
}

async function sendLinks(
  tx: Transaction,
  userId: string,
  addresses: { old: string; new: string },
): Promise<void> {
  const email = addresses.new
  const oldLink = await createLink(tx, { userId, purpose: 'email_old', email }, '/confirm-address')
  const newLink = await createLink(tx, { userId, purpose: 'email_new', email }, '/confirm-address')
  await queueMail(tx, {
    recipientId: userId,
    kind: 'account-email',
    key: oldLink.id,
    ...oldAddressEmail(email),
    path: oldLink.path,
  })
  const isTaken = (await tx.user.count({ where: { email } })) > 0
  await queueAddressMail(tx, {
    address: email,
    kind: 'account-email',
    key: newLink.id,
    ...(isTaken ? addressTakenEmail() : newAddressEmail(addresses.old)),
    path: isTaken ? pagePath('/sign-in') : newLink.path,
  })
}

/**
 * Confirms one half of a change of address; the second half moves the account. 'taken' when
 * another account got the address meanwhile.
 */
export async function confirmAddress(token: string): Promise<'half' | 'done' | 'gone' | 'taken'> {
  try {
    return await db.$transaction(async (tx) => {
      const now = new Date()
      const link = await getLink(token, now, tx)
      if (!link || link.email === null || link.state !== 'open') return 'gone'
      // Both halves at once wait for each other here, so that one of them sees both.
      await tx.$executeRaw`SELECT id FROM app_user WHERE id = ${link.userId}::uuid FOR UPDATE`
      const { count } = await tx.accountLink.updateMany({
        where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
      if (count !== 1) return 'gone'
      const other = await tx.accountLink.count({
        where: {
          userId: link.userId,
          email: link.email,
          purpose: link.purpose === 'email_new' ? 'email_old' : 'email_new',
          usedAt: { not: null },
          expiresAt: { gt: now },
        },
      })
      if (other === 0) return 'half'
      await tx.user.update({
        where: { id: link.userId },
        data: { email: link.email },
        select: { id: true },
      })
      await endLinks(tx, link.userId)
      await saveAuditEvent(tx, {
        actorId: link.userId,
        action: 'user.changeAddress',
        objectType: 'user',
        objectId: link.userId,
      })
      return 'done'
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}
