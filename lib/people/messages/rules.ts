/**
 * A subject has no control characters, so that text of people cannot add a header. The address of
 * this site comes from the configuration, never from a request.
 * Refused mail is retried for about four days; an unavailable server costs no attempt. Mail that
 * may have arrived is in doubt: an administrator decides. Mail about the own access cannot be refused.
 * Source: docs/model.md, "Exchange"; RFC 5322 (2.1.1 and 2.2), RFC 8058.
 */
import { cleanText, escapeMarkup } from '@/lib/base/text/text'
import { defaultMode } from './kinds.rules'
import {
  ESSENTIAL_MAIL_KINDS,
  MAIL_KINDS,
  OPTIONAL_MAIL_KINDS,
  type MailKind,
  type MailMode,
  type OptionalMailKind,
} from './types'

const SUBJECT_MAX = 200

/** One line of at most 200 characters. */
export function subjectLine(subject: string): string {
  const line = cleanText(subject).replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length <= SUBJECT_MAX ? line : `${cleanText(line.slice(0, SUBJECT_MAX - 1))}…`
}

/** "//other.nl" and "/\other.nl" leave this site in browsers. */
export function isSitePath(path: string): boolean {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(path) && path.length <= 2_000
}

export const MAX_ATTEMPTS = 12
export const EXPIRED_AFTER_DAYS = 14
const FIRST_WAIT_MINUTES = 2
const LONGEST_WAIT_MINUTES = 12 * 60

/** Minutes until the next attempt; null when this was the last. */
export function waitMinutes(attempts: number): number | null {
  return attempts >= MAX_ATTEMPTS
    ? null
    : Math.min(FIRST_WAIT_MINUTES * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MINUTES)
}

export const isMailKind = (text: string): text is MailKind =>
  MAIL_KINDS.some((kind) => kind === text)

export const isEssential = (kind: MailKind): boolean =>
  ESSENTIAL_MAIL_KINDS.some((one) => one === kind)

export const isOptionalKind = (text: string): text is OptionalMailKind =>
  OPTIONAL_MAIL_KINDS.some((kind) => kind === text)

/** Mail of these kinds holds our own words and public titles; all others hold what people typed. */
const OWN_WORDS: readonly MailKind[] = [
  'panel-invitation',
  'panel-reminder',
  'panel-closed',
  'adoption-checkin',
  'verdict-due',
  'verdict-reading',
  'reading-added',
  'confirmation-due',
  'meeting-reminder',
  'digest',
  'access-requested',
  'account-invitation',
  'account-reset',
  'account-email',
  'account-security',
  'account-role',
  'enquiry-received',
  'enquiry-confirm',
]

/** Whether the text may hold what someone wrote to someone else; a kind we do not know may. */
export const isPrivateText = (kind: MailKind | null): boolean =>
  kind === null || !OWN_WORDS.includes(kind)

/** Whether mail of this kind goes out at once, given the own choice if any. */
export function isWanted(kind: MailKind, choice: MailMode | undefined): boolean {
  if (!isOptionalKind(kind)) return true
  // The digest is the weekly mail itself.
  return (choice ?? defaultMode(kind)) === (kind === 'digest' ? 'weekly' : 'now')
}

export interface MailParts {
  /** The name of this installation, above the message. */
  siteName: string
  subject: string
  text: string
  /** Full addresses of its pages in the text become links. */
  site: string
  link: string
  /** Null for mail that cannot be declined. */
  unsubscribe: string | null
  labels: { open: string; why: string; stop: string }
}

/** The message, the one link, and how to stop. */
export function plainBody({ text, link, unsubscribe, labels }: MailParts): string {
  const stop = unsubscribe === null ? '' : `${labels.stop}: ${unsubscribe}\n`
  return `${text}\n\n${labels.open}:\n${link}\n\n-- \n${labels.why}\n${stop}`
}

const MAIL_STYLE = `body { margin: 0; padding: 0; background: #fbfaf6; color: #17211d; font: 17px/1.55 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main, header, footer { display: block; max-width: 580px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; font: 600 1.05em/1.3 Georgia, serif; color: #14594a; }
h1 { margin: 1.1em 0 0.8em; font: 600 1.45em/1.25 Georgia, serif; }
p { margin: 0 0 1em; }
a { color: #14594a; }
.about { padding-top: 0.9em; border-top: 1px solid #dad9d1; }
.about a { font-weight: 600; }
.open a { display: inline-block; margin: 0.6em 0; padding: 0.6em 1.1em; border-radius: 5px; background: #14594a; color: #ffffff; font-weight: 600; text-decoration: none; }
footer { padding-top: 28px; padding-bottom: 32px; font-size: 0.85em; color: #55615b; }
@media (prefers-color-scheme: dark) {
body { background: #121a17; color: #eceae2; }
header, a { color: #7cc9b1; }
.about { border-color: #35413b; }
.open a { background: #7cc9b1; color: #10201a; }
footer { color: #a9b3ad; }
}`

/** The same as simple HTML; a paragraph that ends in an address of this site links there. */
export function htmlBody(parts: MailParts): string {
  const { siteName, subject, text, site, link, unsubscribe, labels } = parts
  const isPage = (piece: string) => piece.startsWith(`${site}/`) && !/\s/.test(piece)
  const line = (piece: string) =>
    isPage(piece)
      ? `<a href="${escapeMarkup(piece)}">${escapeMarkup(piece)}</a>`
      : escapeMarkup(piece)
  const paragraph = (lines: readonly string[]) => {
    const [first = '', ...rest] = lines
    const address = rest.at(-1)
    if (address === undefined || !isPage(address) || isPage(first))
      return `<p>${lines.map(line).join('<br>')}</p>`
    return `<p class="about">${[`<a href="${escapeMarkup(address)}">${escapeMarkup(first)}</a>`, ...rest.slice(0, -1).map(line)].join('<br>')}</p>`
  }
  const stop =
    unsubscribe === null
      ? ''
      : `<br><a href="${escapeMarkup(unsubscribe)}">${escapeMarkup(labels.stop)}</a>`
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => paragraph(part.split('\n')))
    .join('\n')
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(subject)}</title>
<style>
${MAIL_STYLE}
</style>
</head>
<body>
<header>${escapeMarkup(siteName)}</header>
<main>
<h1>${escapeMarkup(subject)}</h1>
${paragraphs}
<p class="open"><a href="${escapeMarkup(link)}">${escapeMarkup(labels.open)}</a></p>
</main>
<footer>
<p>${escapeMarkup(labels.why)}${stop}</p>
</footer>
</body>
</html>
`
}
