import { z } from 'zod'

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/**
 * Text as people mean it: NFC, one kind of line end, no control, zero-width or direction-override characters.
 * PostgreSQL refuses NUL; the others hide what a reader does not see.
 */
export function cleanText(input: string): string {
  return input.toWellFormed().replaceAll('\uFFFD', '').normalize('NFC').replaceAll('\r\n', '\n').replace(FORBIDDEN, '').trim()
}

/** A required text of at most `max` characters. Messages are keys in the `errors` namespace. */
export const requiredText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(max, 'tooLong'))

/** A text that may stay empty. */
export const optionalText = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max, 'tooLong')).default('')

/** A text that is null when empty, for "not known". */
export const nullableText = (max: number) => optionalText(max).transform((text) => (text === '' ? null : text))

/** A web address that is safe to link to: http, https or mailto. */
export const safeUrl = z
  .string()
  .transform(cleanText)
  .pipe(z.url({ protocol: /^(https?|mailto)$/, error: 'url' }).max(2_000, 'tooLong'))

/** Text as it may stand in HTML, XML or an attribute of them: no sign has a meaning of its own, and none that XML forbids is left. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g

/** Text as it stands between tags or in an attribute. Five names and numbers only: what a document defines itself is never filled in, so that it cannot explode. */
export function unescapeMarkup(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
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

/** A title as an address part: lower case without accents, words joined by a hyphen; the fallback when nothing is left. */
export function slugOf(title: string, fallback: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return slug || fallback
}
