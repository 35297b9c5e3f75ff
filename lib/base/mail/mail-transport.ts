import 'server-only'
import { PassThrough } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/base/runtime/env'

export interface OutgoingMail {
  /** Whom it comes from, within the domain that the environment allows. */
  from: string | { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  /** The same at each attempt, so that mail programs show a duplicate once. */
  messageId: string
  /** One-click unsubscribe (RFC 8058); null for mail that cannot be declined. */
  unsubscribeUrl: string | null
  replyTo: string | null
}

/** In doubt: the server had the whole mail and never answered. */
export type MailOutcome =
  | { status: 'accepted' }
  | { status: 'refused' | 'rejected' | 'later' | 'away' | 'doubt'; answer: string }

export interface MailSender {
  send: (mail: OutgoingMail) => Promise<MailOutcome>
  close: () => void
}

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000
/** A mail must finish well before its claim expires. */
const CLAIM_PART = 0.75
const ANSWER_MAX = 300
/** Addresses of people stay out of logs and error texts. */
const ADDRESS = /[^\s<>"'@]{1,64}@[^\s<>"'@]{1,255}/g

const answerOf = (error: Error) => error.message.replace(ADDRESS, '<address>').slice(0, ANSWER_MAX)

/** RFC 5321, 4.2.1 and 6.1: a server that had the whole mail may have taken it. */
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

export function openMailSender(): MailSender | null {
  if (env.SMTP_URL === undefined) return null
  const transport: Transporter = createTransport({
    // The pool must not resend by itself: we judge what became of a mail.
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
    async send({ from, to, subject, text, html, messageId, unsubscribeUrl, replyTo }) {
      try {
        await transport.sendMail({
          from,
          // As an object, so that no text in it parses as a second address.
          to: { name: '', address: to },
          ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
          subject,
          text,
          html,
          messageId,
          signal: AbortSignal.timeout(env.MAIL_CLAIM_SECONDS * 1_000 * CLAIM_PART),
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribeUrl !== null && {
              'List-Unsubscribe': `<${unsubscribeUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
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
