/**
 * Questions and answers under an initiative. Everyone who is signed in asks and answers; everyone reads. The one who asked, or the owner
 * of the initiative, marks the answer that helped. A text never changes. What should not stand there is reported and hidden by a
 * moderator of another organisation with a reason, and can be shown again; nothing else tells that it was there. When the account of a
 * writer is gone, the text stays under the name of the organisation.
 *
 * A text is plain: no markup of its own means anything. A web address in it becomes a link when it is http or https, names a host with a
 * point, and holds no name or password in front of the host, which would look like another site than it leads to.
 *
 * Source: PRODUCT.md, Exchange ("Questions and answers under an initiative"); QUALITY.md, Input and output.
 */
import type { PublicPost, TextPart } from './types'

export const MAX_LENGTH = 3_000
/** Posts of one person in a day. */
export const DAY_POSTS = 20
/** Posts from one network in a day: a whole office. */
export const DAY_NETWORK_POSTS = 100
export const DAY_REPORTS = 30
/** Threads that one page shows. */
export const MAX_THREADS = 100

const ADDRESS = /https?:\/\/[^\s<>"']+/giu
const TAIL: ReadonlySet<string> = new Set('.,;:!?)]}…')

/** An address as it was typed, without the signs of the sentence around it. */
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
  // A host in letters that look like others is shown as what it is.
  return { text: address.hostname.includes('xn--') ? address.href : typed, href: address.href }
}

/** A text cut into plain pieces and links, in order. */
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

/** The accepted answer first, the others in the order in which they came. */
export function orderAnswers(
  answers: readonly PublicPost[],
  acceptedId: string | null,
): PublicPost[] {
  return [
    ...answers.filter(({ id }) => id === acceptedId),
    ...answers.filter(({ id }) => id !== acceptedId),
  ]
}

/** What the owner reads when someone asks. */
export function questionEmail(about: { title: string; who: string; text: string }): {
  subject: string
  text: string
} {
  return {
    subject: `Vraag bij "${about.title}"`,
    text: `${about.who} stelt een vraag bij uw initiatief "${about.title}".\n\n${about.text}\n\nIedereen kan de vraag en uw antwoord lezen.`,
  }
}

/** What the one who asked reads when someone answers. */
export function answerEmail(about: { title: string; who: string; text: string }): {
  subject: string
  text: string
} {
  return {
    subject: `Antwoord op uw vraag bij "${about.title}"`,
    text: `${about.who} geeft antwoord op uw vraag bij "${about.title}".\n\n${about.text}\n\nHielp dit? Laat het dan op de pagina weten.`,
  }
}
