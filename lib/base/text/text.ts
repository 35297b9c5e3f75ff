import { z } from 'zod'

/**
 * Signs that XML 1.0 forbids (C0 controls except tab and line ends, half surrogate pairs, U+FFFE and U+FFFF), and the
 * noncharacters of all planes, which Unicode keeps for use inside programs. They come along with text from a PDF, and
 * one of them makes a whole feed or document unreadable for everyone.
 */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** A quick look by halves of pairs: nearly all text has none of these, and files have millions of cells. */
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/

/** Text that may stand in every file we make. The one rule for it: entries of text and all writers use this. */
export function xmlSafe(text: string): string {
  return SUSPECT.test(text) ? text.replace(NOT_XML, '') : text
}

/** For JSON.parse: every text of a document without the signs that XML forbids. */
export const xmlSafeReviver = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? xmlSafe(value) : value

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const HIDDEN = /[\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/**
 * Text as people mean it: NFC, one kind of line end, no control, zero-width or direction-override characters, and none that
 * XML forbids. PostgreSQL refuses NUL; the others hide what a reader does not see. A soft hyphen stays: it is how someone
 * lets a long word break. What is hidden goes first, so that the letters around it are composed.
 */
export function cleanText(input: string): string {
  return xmlSafe(input)
    .replaceAll('\uFFFD', '')
    .replace(LINE_ENDS, '\n')
    .replace(HIDDEN, '')
    .normalize('NFC')
    .trim()
}

/** A required text of at most `max` characters. Messages are keys in the `errors` namespace. */
export const requiredText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(max, 'tooLong'))

/** A text that may stay empty. */
export const optionalText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().max(max, 'tooLong')).default('')

/** A text that is null when empty, for "not known". */
export const nullableText = (max: number) =>
  optionalText(max).transform((text) => (text === '' ? null : text))

/** A web address that is safe to link to: http, https or mailto. */
export const safeUrl = z
  .string()
  .transform(cleanText)
  .pipe(z.url({ protocol: /^(https?|mailto)$/, error: 'url' }).max(2_000, 'tooLong'))

/** Text as it may stand in HTML, XML or an attribute of them: no sign has a meaning of its own, and none that XML forbids is left. */
export function escapeMarkup(text: string): string {
  return xmlSafe(text).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g

/** Text as it stands between tags or in an attribute. Five names and numbers only: what a document defines itself is never filled in, so that it cannot explode. */
export function unescapeMarkup(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? xmlSafe(String.fromCodePoint(code)) : ''
  })
}

/** A name as it stands inside a sentence: without its capital, unless it is an abbreviation. */
export function midSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}\s'’-]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

const SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/
const MAX_SLUG = 120

/** True for text that can be an address part of ours; anything else exists nowhere and need not reach the database. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text)
}

/** The last part of an address or a path, without its query: what people paste when they mean a page. */
export function lastSegment(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  return path.split('/').findLast((part) => part !== '') ?? ''
}

/** A title as an address part: lower case without accents, words joined by a hyphen; the fallback when nothing is left. */
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
