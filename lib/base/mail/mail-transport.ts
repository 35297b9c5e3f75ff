import 'server-only'
import { PassThrough } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/base/runtime/env'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  html: string
  /** The same at each attempt, so that a mail program shows a mail that came twice once. */
  messageId: string
  /** Where a mail program posts to when someone unsubscribes (RFC 8058). */
  unsubscribeUrl: string
  /** Where an answer goes when not to us. */
  replyTo: string | null
}

/**
 * What became of a mail: accepted; the address takes no mail; the server refuses this mail for good or for now; the server is
 * away, which says nothing about the mail; or it had the whole mail and never answered, so that nobody knows whether it took it.
 */
export type MailOutcome =
  | { status: 'accepted' }
  | { status: 'refused' | 'rejected' | 'later' | 'away' | 'doubt'; answer: string }

export interface MailSender {
  send: (mail: OutgoingMail) => Promise<MailOutcome>
  close: () => void
}

/** With a server that does not take the line, and with one that does not answer. */
const CONNECT_MS = 10_000
const ANSWER_MS = 30_000
/** A mail takes no longer than this part of the time after which its claim is given up. */
const CLAIM_PART = 0.75
const ANSWER_MAX = 300
/** Addresses are of people and stay out of logs and error texts. */
const ADDRESS = /[^\s<>"'@]{1,64}@[^\s<>"'@]{1,255}/g

const answerOf = (error: Error) => error.message.replace(ADDRESS, '<address>').slice(0, ANSWER_MAX)

/**
 * The meaning of an answer of the mail server (RFC 5321, 4.2.1): 4 is for now, 5 for good; without a number nobody answered.
 * A server that had the whole mail and did not answer may have taken it (RFC 5321, 6.1), so that sending again could make two.
 */
export function outcomeOf(
  error: unknown,
  hadAll = false,
): Exclude<MailOutcome, { status: 'accepted' }> {
  if (!(error instanceof Error)) throw error
  const answer = answerOf(error)
  const code =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  if (hadAll && code < 400) return { status: 'doubt', answer }
  if (code < 400 || !/^(MAIL FROM|RCPT TO|DATA)/.test(command)) return { status: 'away', answer }
  if (code < 500) return { status: 'later', answer }
  return { status: command.startsWith('RCPT TO') ? 'refused' : 'rejected', answer }
}

/** The mail server of this installation, or null when none is set. */
export function openMailSender(): MailSender | null {
  if (env.SMTP_URL === undefined) return null
  const transport: Transporter = createTransport({
    // The pool does not send again by itself: what became of a mail is for us to judge.
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 1,
    maxMessages: 100,
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const handedOver = new Set<string>()
  transport.use('stream', ({ message, data }, next) => {
    const id = String(data.messageId)
    message.transform(() => new PassThrough({ flush: (done) => (handedOver.add(id), done()) }))
    next()
  })
  return {
    async send({ to, subject, text, html, messageId, unsubscribeUrl, replyTo }) {
      try {
        await transport.sendMail({
          from: env.MAIL_FROM,
          // As an object, so that no text in it is read as a second address.
          to: { name: '', address: to },
          ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
          subject,
          text,
          html,
          messageId,
          signal: AbortSignal.timeout(env.MAIL_CLAIM_SECONDS * 1_000 * CLAIM_PART),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        })
        return { status: 'accepted' }
      } catch (error) {
        return outcomeOf(error, handedOver.has(messageId))
      } finally {
        handedOver.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}
