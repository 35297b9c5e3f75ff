import { z } from 'zod'

/** XML 1.0 forbids these, and one, such as from a PDF, makes a whole document unreadable. */
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

/** Removes what hides text from readers, before NFC so that letters compose. Keeps soft hyphens. */
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

/** Entities of the document are never expanded, so it cannot explode. */
export function unescapeMarkup(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? xmlSafe(String.fromCodePoint(code)) : ''
  })
}

export function midSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}\s'’-]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

const SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/
const MAX_SLUG = 120

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text)
}

export function lastSegment(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  return path.split('/').findLast((part) => part !== '') ?? ''
}

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
