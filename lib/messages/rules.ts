/**
 * Mail says one thing and leads to one place on this site.
 *
 * The subject is one line without control characters, so that no text of a person can add a header. The link is a path of this
 * site: the address of the site comes from the configuration when the mail is sent, never from a request.
 *
 * A mail that a server does not take now is tried again, later each time, for about four days; then it is a dead letter that an
 * administrator sees. A server that is away costs a mail no attempt. Mail that could not leave within two weeks is not sent any more:
 * its news is old. Every kind can be refused; the digest goes only to those who asked for it.
 *
 * Source: PRODUCT.md, Exchange ("few, useful messages"); RFC 5322 (2.1.1 and 2.2), RFC 8058.
 */
import { cleanText } from '@/lib/platform/text'
import { MAIL_KINDS, type MailKind, type MailWishes } from './types'

const SUBJECT_MAX = 200

/** The subject as one line of at most 200 characters. */
export function subjectLine(subject: string): string {
  const line = cleanText(subject).replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length <= SUBJECT_MAX ? line : `${cleanText(line.slice(0, SUBJECT_MAX - 1))}…`
}

/** True for a path of this site. "//other.nl" and "/\other.nl" leave it, as browsers read them. */
export function isSitePath(path: string): boolean {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(path) && path.length <= 2_000
}

export const MAX_ATTEMPTS = 12
export const EXPIRED_AFTER_DAYS = 14
const FIRST_WAIT_MINUTES = 2
const LONGEST_WAIT_MINUTES = 12 * 60

/** Minutes until the next attempt after this many; null when it was the last. */
export function waitMinutes(attempts: number): number | null {
  return attempts >= MAX_ATTEMPTS ? null : Math.min(FIRST_WAIT_MINUTES * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MINUTES)
}

/** Kinds that are sent only when asked for; all others until refused. */
const ASKED_FOR: readonly MailKind[] = ['digest']

export const isMailKind = (text: string): text is MailKind => MAIL_KINDS.some((kind) => kind === text)

/** Whether someone gets a kind of mail, given their own choice if they made one. */
export function isWanted(kind: MailKind, choice: boolean | undefined): boolean {
  return choice ?? !ASKED_FOR.includes(kind)
}

/** What someone gets of every kind. */
export function wishes(choices: ReadonlyMap<string, boolean>): MailWishes {
  return Object.fromEntries(MAIL_KINDS.map((kind) => [kind, isWanted(kind, choices.get(kind))])) as Record<MailKind, boolean>
}

export interface MailParts {
  subject: string
  /** As it stands in the outbox. */
  text: string
  /** Address of this site. Full addresses of its pages in the text become links. */
  site: string
  link: string
  unsubscribe: string
  words: { open: string; why: string; stop: string }
}

/** The plain text as it is sent: the message, the one link, and how to stop. */
export function plainBody({ text, link, unsubscribe, words }: MailParts): string {
  return `${text}\n\n${words.open}:\n${link}\n\n-- \n${words.why}\n${words.stop}: ${unsubscribe}\n`
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** The same as simple HTML: one column, real headings and links, no images, readable without its styles and in the dark. */
export function htmlBody({ subject, text, site, link, unsubscribe, words }: MailParts): string {
  const line = (words: string) => (words.startsWith(`${site}/`) && !/\s/.test(words) ? `<a href="${escapeHtml(words)}">${escapeHtml(words)}</a>` : escapeHtml(words))
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.split('\n').map(line).join('<br>')}</p>`)
    .join('\n')
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
body { font: 17px/1.5 Georgia, serif; max-width: 36em; margin: 0 auto; padding: 1.5em; }
h1 { font-size: 1.4em; line-height: 1.25; }
footer { font-size: 0.85em; margin-top: 2.5em; border-top: 1px solid #888; padding-top: 1em; }
</style>
</head>
<body>
<h1>${escapeHtml(subject)}</h1>
${paragraphs}
<p><a href="${escapeHtml(link)}">${escapeHtml(words.open)}</a></p>
<footer>
<p>${escapeHtml(words.why)}<br><a href="${escapeHtml(unsubscribe)}">${escapeHtml(words.stop)}</a></p>
</footer>
</body>
</html>
`
}
