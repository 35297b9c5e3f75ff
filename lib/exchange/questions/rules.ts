/**
 * A text never changes; a moderator of another organisation may hide it with a reason. Posts stay
 * under the organisation when an account is deleted. A link has http or https, a dotted host and no
 * user or password, which would fake another site.
 * Source: docs/model.md, "Exchange"; docs/quality.md, "Input and output".
 */
import type { PublicPost, TextPart } from './types'

export const MAX_LENGTH = 3_000
/** Per person. */
export const DAY_POSTS = 20
/** Per network, for a whole office. */
export const DAY_NETWORK_POSTS = 100
export const DAY_REPORTS = 30
export const MAX_THREADS = 100

const ADDRESS = /https?:\/\/[^\s<>"']+/giu
const TAIL: ReadonlySet<string> = new Set('.,;:!?)]}…')

function withoutTail(typed: string): string {
  let end = typed.length
  while (end > 0 && TAIL.has(typed.charAt(end - 1))) end -= 1
  return typed.slice(0, end)
}

function linkOf(typed: string): TextPart {
  const address = URL.parse(typed)
  if (
    !address ||
    !/^https?:$/.test(address.protocol) ||
    address.username !== '' ||
    address.password !== '' ||
    !address.hostname.includes('.')
  )
    return { text: typed, href: null }
  // Shows a host with lookalike letters in punycode.
  return { text: address.hostname.includes('xn--') ? address.href : typed, href: address.href }
}

/** Splits a text into plain pieces and links, in order. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const typed = withoutTail(match[0])
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null })
    parts.push(linkOf(typed))
    from = match.index + typed.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

/** The accepted answer first, then the oldest. */
export function orderAnswers(
  answers: readonly PublicPost[],
  acceptedId: string | null,
): PublicPost[] {
  return [
    ...answers.filter(({ id }) => id === acceptedId),
    ...answers.filter(({ id }) => id !== acceptedId),
  ]
}

/** To the owner, when someone asks. */
export function questionEmail(about: { title: string; who: string; text: string }): {
  subject: string
  text: string
} {
  return {
    subject: `Vraag bij "${about.title}"`,
    text: `${about.who} stelt een vraag bij uw initiatief "${about.title}".\n\n${about.text}\n\nIedereen kan de vraag en uw antwoord lezen.`,
  }
}

/** To the asker, when someone answers. */
export function answerEmail(about: { title: string; who: string; text: string }): {
  subject: string
  text: string
} {
  return {
    subject: `Antwoord op uw vraag bij "${about.title}"`,
    text: `${about.who} geeft antwoord op uw vraag bij "${about.title}".\n\n${about.text}\n\nHielp dit? Laat het dan op de pagina weten.`,
  }
}
