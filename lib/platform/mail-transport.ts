import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

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
 * What became of a mail: accepted; the address takes no mail; the server refuses this mail for good or for now; or the server is
 * away, which says nothing about the mail.
 */
export type MailOutcome = { status: 'accepted' } | { status: 'refused' | 'rejected' | 'later' | 'away'; answer: string }

export interface MailSender {
  send: (mail: OutgoingMail) => Promise<MailOutcome>
  close: () => void
}

const PATIENCE_MS = 20_000
const ANSWER_MAX = 300
/** Addresses are of people and stay out of logs and error texts. */
const ADDRESS = /[^\s<>"']+@[^\s<>"']+/g

const answerOf = (error: Error) => error.message.replace(ADDRESS, '<address>').slice(0, ANSWER_MAX)

/** The meaning of an answer of the mail server (RFC 5321, 4.2.1): 4 is for now, 5 for good; without a number nobody answered. */
export function outcomeOf(error: unknown): Exclude<MailOutcome, { status: 'accepted' }> {
  if (!(error instanceof Error)) throw error
  const answer = answerOf(error)
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  if (code < 400 || !/^(MAIL FROM|RCPT TO|DATA)/.test(command)) return { status: 'away', answer }
  if (code < 500) return { status: 'later', answer }
  return { status: command.startsWith('RCPT TO') ? 'refused' : 'rejected', answer }
}

/** The mail server of this installation, or null when none is set. */
export function openMailSender(): MailSender | null {
  if (env.SMTP_URL === undefined) return null
  const transport: Transporter = createTransport({ url: env.SMTP_URL, pool: true, maxConnections: 1, maxMessages: 100, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ to, subject, text, html, messageId, unsubscribeUrl, replyTo }) {
      try {
        await transport.sendMail({
          from: env.MAIL_FROM,
          // As an object, so that no text in it is read as a second address.
          to: { name: '', address: to },
          ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
          subject, text, html, messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        })
        return { status: 'accepted' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}
