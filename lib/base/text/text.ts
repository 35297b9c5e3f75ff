import { z } from 'zod'

/**
 * What XML 1.0 forbids, and the Unicode noncharacters. They arrive with text from PDFs, and one
 * makes a whole feed or document unreadable.
 */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** A quick check: nearly all text has none, and files have millions of cells. */
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/

/** Text that may be in any file we make; every input and writer uses this one rule. */
export function xmlSafe(text: string): string {
  return SUSPECT.test(text) ? text.replace(NOT_XML, '') : text
}

export const xmlSafeReviver = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? xmlSafe(value) : value

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const HIDDEN = /[\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/**
 * NFC, one kind of line end, no control, zero-width or direction-override characters. PostgreSQL
 * refuses NUL; the others hide what a reader does not see. A soft hyphen stays, to break long
 * words. Hidden characters go first, so that the letters around them compose.
 */
export function cleanText(input: string): string {
  return xmlSafe(input)
    .replaceAll('\uFFFD', '')
    .replace(LINE_ENDS, '\n')
    .replace(HIDDEN, '')
    .normalize('NFC')
    .trim()
}

/** At most `max` characters. Messages are keys in the `errors` namespace. */
export const requiredText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(max, 'tooLong'))

export const optionalText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().max(max, 'tooLong')).default('')

export const nullableText = (max: number) =>
  optionalText(max).transform((text) => (text === '' ? null : text))

export const safeUrl = z
  .string()
  .transform(cleanText)
  .pipe(z.url({ protocol: /^(https?|mailto)$/, error: 'url' }).max(2_000, 'tooLong'))

/** Text for HTML, XML or an attribute, without signs that XML forbids. */
export function escapeMarkup(text: string): string {
  return xmlSafe(text).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}

/** Text to look for literally with LIKE; Prisma passes its wildcards on as typed. */
export const likeText = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** On one line, with single spaces. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** At most `max` characters: the whole words that fit, else the beginning of a longer one. */
export function fittingWords(text: string, max: number): string {
  if (text.length <= max) return text
  const end = text.lastIndexOf(' ', max)
  // A sign of two units that is cut in half would be no text.
  return xmlSafe(text.slice(0, end > 0 ? end : max))
}

/** The same, with a mark where words were left out; the mark comes on top of `max`. */
export const shortened = (text: string, max: number) =>
  text.length <= max ? text : `${fittingWords(text, max)} …`

/** Without its capital, unless it is an abbreviation. */
export function midSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}\s'’-]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

const SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/
const MAX_SLUG = 120

/** True for a possible slug; other text need not reach the database. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text)
}

export function lastSegment(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  return path.split('/').findLast((part) => part !== '') ?? ''
}

/** Lower case without accents, hyphenated; the fallback when nothing is left. */
export function slugOf(title: string, fallback: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  return slug || fallback
}
