import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { cleanText } from '@/lib/platform/text'
import { isSitePath, subjectLine } from './rules'
import type { NewMail } from './types'

/**
 * Puts mail in the outbox in the transaction that causes it: rolled back, it never existed; committed, it is sent. Asking again
 * for the same person, kind and key changes nothing. Whether the person wants this kind is decided when it is sent.
 * Throws INVALID for a path that leaves this site, and for an empty subject, text or key.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  const { recipientId, kind, key, path } = mail
  const subject = subjectLine(mail.subject)
  const text = cleanText(mail.text)
  if (!isSitePath(path) || subject === '' || text === '' || key === '') throw new AppError('INVALID', `mail of kind ${kind} is not complete`)
  await tx.mail.createMany({ data: [{ recipientId, kind, key, subject, text, path }], skipDuplicates: true })
}
