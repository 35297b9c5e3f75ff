import 'server-only'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import { formats } from '@/i18n/formats'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { env, origin } from '@/lib/base/runtime/env'
import { readSettings } from '@/lib/base/settings/data'
import { mailSender, nameMessages, withSiteName } from '@/lib/base/settings/rules'
import type { Settings } from '@/lib/base/settings/types'
import { AppError } from '@/lib/base/runtime/errors'
import type { MailOutcome, MailSender } from '@/lib/base/mail/mail-transport'
import { cleanText } from '@/lib/base/text/text'
import { messages } from '@/messages'
import { addressFor, unsubscribeToken } from './data'
import {
  EXPIRED_AFTER_DAYS,
  htmlBody,
  isEssential,
  isMailKind,
  isPrivateText,
  isSitePath,
  plainBody,
  subjectLine,
  waitMinutes,
} from './rules'
import type { MailKind, MailStatus, NewMail, ReplyMail } from './types'

/** The one-click route (RFC 8058); in a browser it leads to a page that asks. */
const UNSUBSCRIBE_PATH = '/api/mail/afmelden'
const MINUTE_MS = 60_000

/**
 * Queues mail in the transaction that causes it; idempotent per person, kind and key. Throws
 * INVALID for a path outside this site, and for an empty subject, text or key.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  await queueMails(tx, [mail])
}

/** The same for many mails in one statement. */
export async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
  const data = mails.map(({ recipientId, kind, key, path, ...words }) => {
    const row = {
      recipientId,
      kind,
      key,
      path,
      subject: subjectLine(words.subject),
      text: cleanText(words.text),
    }
    if (!isSitePath(path) || row.subject === '' || row.text === '' || key === '')
      throw new AppError('INVALID', `mail of kind ${kind} is not complete`)
    return row
  })
  if (data.length > 0) await tx.mail.createMany({ data, skipDuplicates: true })
}

/** The same with a reply address, also to someone without an account. Returns the mail's id. */
export async function queueReplyMail(
  tx: Transaction,
  { to, replyTo, path, ...mail }: ReplyMail,
): Promise<string> {
  const subject = subjectLine(mail.subject)
  const text = cleanText(mail.text)
  const receiver =
    'userId' in to
      ? { recipientId: to.userId, toAddress: null }
      : { recipientId: null, toAddress: to.address.toLowerCase() }
  if (
    !isSitePath(path) ||
    subject === '' ||
    text === '' ||
    mail.key === '' ||
    /[\p{Cc}\s]/u.test(`${receiver.toAddress ?? ''}${replyTo}`)
  )
    throw new AppError('INVALID', `mail of kind ${mail.kind} is not complete`)
  return (
    await tx.mail.create({
      data: { ...receiver, replyTo, kind: mail.kind, key: mail.key, path, subject, text },
      select: { id: true },
    })
  ).id
}

/**
 * Queues mail about access to someone who may have no account. Only for kinds that cannot be
 * declined; the caller writes once per key.
 */
export async function queueAddressMail(
  tx: Transaction,
  { address, path, ...mail }: Omit<NewMail, 'recipientId'> & { address: string },
): Promise<void> {
  const subject = subjectLine(mail.subject)
  const text = cleanText(mail.text)
  if (!isSitePath(path) || subject === '' || text === '' || /[\p{Cc}\s]/u.test(address))
    throw new AppError('INVALID', `mail of kind ${mail.kind} is not complete`)
  await tx.mail.create({
    data: { toAddress: address.toLowerCase(), ...mail, path, subject, text },
    select: { id: true },
  })
}

/** Removes unsent mail with this key, because its subject is gone. */
export async function dropQueuedMail(tx: Transaction, key: string): Promise<void> {
  await tx.mail.updateMany({ where: { key, status: 'queued' }, data: { status: 'skipped' } })
}

const claimedRow = z.object({
  id: z.string(),
  recipientId: z.string().nullable(),
  toAddress: z.string().nullable(),
  replyTo: z.string().nullable(),
  kind: z.string(),
  subject: z.string(),
  text: z.string(),
  path: z.string(),
  attempts: z.number(),
  claimedAt: z.date(),
})
type ClaimedMail = z.infer<typeof claimedRow>

async function claimMail(): Promise<ClaimedMail | null> {
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE mail
    SET status = 'sending', claimed_at = now(), attempts = attempts + 1
    WHERE id = (
      SELECT id
      FROM mail
      WHERE status = 'queued' AND next_attempt_at <= now()
      ORDER BY next_attempt_at, id
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id::text, recipient_id::text AS "recipientId", to_address AS "toAddress",
      reply_to AS "replyTo", kind, subject, text, path, attempts, claimed_at AS "claimedAt"`
  return rows.length === 0 ? null : claimedRow.parse(rows[0])
}

async function settle(
  mail: ClaimedMail,
  status: MailStatus,
  change: Prisma.MailUncheckedUpdateManyInput = {},
): Promise<void> {
  // Only our own claim; one that took too long counts as in doubt until the result is known.
  await db.mail.updateMany({
    where: { id: mail.id, status: { in: ['sending', 'doubt'] }, claimedAt: mail.claimedAt },
    data: { status, claimedAt: status === 'doubt' ? mail.claimedAt : null, ...change },
  })
}

/** The link of mail about access opens an account; once sent, the row needs it no more. */
const withoutToken = ({ kind, path }: ClaimedMail) =>
  isMailKind(kind) && isEssential(kind) ? { path: path.split('?')[0] ?? path } : {}

async function settleOutcome(mail: ClaimedMail, outcome: MailOutcome): Promise<void> {
  if (outcome.status === 'accepted')
    return settle(mail, 'sent', { sentAt: new Date(), lastError: null, ...withoutToken(mail) })
  const lastError = outcome.answer
  switch (outcome.status) {
    case 'refused':
      return settle(mail, 'refused', { lastError })
    case 'rejected':
      return settle(mail, 'failed', { lastError })
    case 'later': {
      const wait = waitMinutes(mail.attempts)
      if (wait === null) return settle(mail, 'failed', { lastError })
      return settle(mail, 'queued', {
        lastError,
        nextAttemptAt: new Date(Date.now() + wait * MINUTE_MS),
      })
    }
    case 'doubt':
      return settle(mail, 'doubt', { lastError })
    case 'away':
      return settle(mail, 'queued', {
        lastError,
        attempts: mail.attempts - 1,
        nextAttemptAt: new Date(Date.now() + MINUTE_MS),
      })
  }
}

interface Delivery {
  mail: ClaimedMail
  to: string
  kind: MailKind
}

async function sendClaimed(
  sender: MailSender,
  settings: Settings,
  { mail, to, kind }: Delivery,
): Promise<MailOutcome> {
  const { name } = settings.identity
  const t = createTranslator({
    locale: 'nl',
    messages: nameMessages(messages.nl, name),
    namespace: 'messages.mail',
    formats,
    timeZone: 'Europe/Amsterdam',
  })
  const unsubscribe = isEssential(kind)
    ? null
    : `${origin}${UNSUBSCRIBE_PATH}?token=${unsubscribeToken(mail, kind)}`
  const labels = {
    open: t('open'),
    why: isEssential(kind)
      ? t(kind.startsWith('enquiry-') ? 'whyEnquiry' : 'whyEssential')
      : t(mail.recipientId === null ? 'whyOutside' : 'why', { kind: t(`kind.${kind}`) }),
    stop: t('stop'),
  }
  // What people typed is never changed.
  const own = (text: string) =>
    isEssential(kind) && !isPrivateText(kind) ? withSiteName(text, name) : text
  const parts = {
    siteName: name === '' ? messages.nl.shell.siteName : name,
    subject: own(mail.subject),
    text: own(mail.text),
    site: origin,
    link: `${origin}${mail.path}`,
    unsubscribe,
    labels,
  }
  return sender.send({
    from: mailSender(settings.mail, env.MAIL_FROM),
    to,
    subject: parts.subject,
    text: plainBody(parts),
    html: htmlBody(parts),
    messageId: `<${mail.id}@${new URL(origin).hostname}>`,
    unsubscribeUrl: unsubscribe,
    replyTo: mail.replyTo,
  })
}

/**
 * Sends due mail one at a time; returns how many. Mail in doubt is never resent automatically.
 * Throws UNAVAILABLE when the mail server is away or silent.
 */
export async function sendQueuedMail(sender: MailSender, ending?: AbortSignal): Promise<number> {
  await db.$executeRaw`
    UPDATE mail
    SET status = 'doubt', last_error = NULL
    WHERE status = 'sending'
      AND claimed_at < now() - make_interval(secs => ${env.MAIL_CLAIM_SECONDS}::int)`
  await db.$executeRaw`
    UPDATE mail
    SET status = 'failed', last_error = 'expired'
    WHERE status = 'queued'
      AND created_at < now() - make_interval(days => ${EXPIRED_AFTER_DAYS}::int)`
  const settings = await readSettings()
  let sent = 0
  const next = async () => (ending?.aborted === true ? null : claimMail())
  for (let mail = await next(); mail !== null; mail = await next()) {
    const to = await addressFor(mail)
    if (to === null || !isMailKind(mail.kind)) {
      await settle(mail, 'skipped')
      continue
    }
    const outcome = await sendClaimed(sender, settings, { mail, to, kind: mail.kind })
    await settleOutcome(mail, outcome)
    if (outcome.status === 'away' || outcome.status === 'doubt') {
      throw new AppError('UNAVAILABLE', `the mail server is away: ${outcome.answer}`)
    }
    if (outcome.status === 'accepted') sent += 1
  }
  return sent
}
