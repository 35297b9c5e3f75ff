/**
 * Mail says one thing and leads to one place on this site.
 *
 * The subject is one line without control characters, so that no text of a person can add a header. The link is a path of this
 * site: the address of the site comes from the configuration when the mail is sent, never from a request.
 *
 * Source: PRODUCT.md, Exchange ("few, useful messages"); RFC 5322 (2.1.1 and 2.2), RFC 8058.
 */
import { cleanText } from '@/lib/platform/text'

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
