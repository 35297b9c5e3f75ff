import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { createLimit } from '@/lib/base/http/rate-limit'
import { hashPassword } from '@/lib/base/security/password-hash'
import { findPasswordProblem } from '@/lib/people/accounts/passwords.data'
import type { PasswordProblem } from '@/lib/people/accounts/rules'
import { endLinks, endSessions } from '@/lib/people/accounts/sessions.mutations'
import { queueMail } from '@/lib/people/messages/mutations'
import { getLink, linkToken } from './data'
import { linkEnd, passwordChangedEmail, resetEmail, RESETS_PER_HOUR } from './rules'
import type { AccountLinkPurpose } from './types'

const resetLimit = createLimit({
  name: 'password-reset',
  points: RESETS_PER_HOUR,
  windowSeconds: 60 * 60,
})

interface NewLink {
  userId: string
  purpose: AccountLinkPurpose
  /** The new address, for both halves of a change. */
  email: string | null
}

/** Makes a link and ends the older ones for the same purpose. Returns its path. */
export async function createLink(
  tx: Transaction,
  { userId, purpose, email }: NewLink,
  page: '/new-password' | '/confirm-address',
): Promise<{ id: string; path: string }> {
  const now = new Date()
  await tx.accountLink.updateMany({
    where: { userId, purpose, usedAt: null },
    data: { usedAt: now, expiresAt: now },
  })
  const { id } = await tx.accountLink.create({
    data: { userId, purpose, email, expiresAt: linkEnd(purpose, now) },
    select: { id: true },
  })
  return { id, path: `${pagePath(page)}?token=${linkToken(id)}` }
}

/**
 * Queues a link for a new password when the address has an account. Answers nothing, and writes an
 * audit row in both cases, so that neither answer nor time tells which addresses are known.
 */
export async function requestPasswordLink(email: string): Promise<void> {
  const allowance = await resetLimit.consume(email)
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email, disabledAt: null },
      select: { id: true },
    })
    if (user && allowance.allowed) {
      const link = { userId: user.id, purpose: 'password' as const, email: null }
      const { id, path } = await createLink(tx, link, '/new-password')
      await queueMail(tx, {
        recipientId: user.id,
        kind: 'account-reset',
        key: id,
        ...resetEmail(),
        path,
      })
    }
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'user.requestPassword',
      objectType: 'user',
      objectId: user?.id ?? null,
      result: user && allowance.allowed ? 'ok' : 'refused',
    })
  })
}

export type ResetOutcome = { status: 'ok' | 'gone' } | { status: 'weak'; problem: PasswordProblem }

/**
 * Saves a new password with a link, ends all sessions and known devices, and mails the person.
 * Does not sign in: whoever has the link shows the new password once.
 */
export async function savePasswordByLink(token: string, password: string): Promise<ResetOutcome> {
  const link = await getLink(token, new Date())
  if (!link || link.purpose !== 'password' || link.state !== 'open') return { status: 'gone' }
  const { name, email } = await db.user.findUniqueOrThrow({
    where: { id: link.userId },
    select: { name: true, email: true },
  })
  const problem = await findPasswordProblem(password, [name, email])
  if (problem) return { status: 'weak', problem }
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx): Promise<ResetOutcome> => {
    const { count } = await tx.accountLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    })
    if (count !== 1) return { status: 'gone' }
    await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true },
    })
    await endSessions(tx, link.userId)
    await endLinks(tx, link.userId)
    await queueMail(tx, {
      recipientId: link.userId,
      kind: 'account-security',
      key: link.id,
      ...passwordChangedEmail(),
      path: pagePath('/forgot-password'),
    })
    await saveAuditEvent(tx, {
      actorId: link.userId,
      action: 'user.resetPassword',
      objectType: 'user',
      objectId: link.userId,
    })
    return { status: 'ok' }
  })
}

/** Deletes links that ended more than `days` ago. Returns how many. */
export async function deleteOldLinks(now: Date, days: number): Promise<number> {
  const before = daysBefore(now, days)
  return (await db.accountLink.deleteMany({ where: { expiresAt: { lt: before } } })).count
}
