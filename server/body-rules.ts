// How much a request may carry, checked before parsing (OWASP ASVS 5.0, 5.2.1). Pure.

import { patternsOf, under } from './addresses.ts'

export const KILOBYTE = 1_000
export const MEGABYTE = 1_000_000

/** The largest form has about 300 fields. */
export const MAX_FIELDS = 1_000

/** No public form comes near it. */
const OPEN_FORM_BYTES = 200 * KILOBYTE
/** Long texts, which React sends twice: with the previous state. */
const WORKSPACE_FORM_BYTES = MEGABYTE
/** Files up to 5 MB; a slightly larger one still reaches the form for a proper message. */
const FILE_FORM_BYTES = 9 * MEGABYTE
/** Files up to 20 MB (sheets.ts and documents/types.ts in lib/base/files) and fields. */
const LARGE_FILE_BYTES = 22 * MEGABYTE
const API_BYTES = 64 * KILOBYTE
/** The values of one form without files (lib/people/form-drafts/rules.ts), as JSON. */
const DRAFT_BYTES = 500 * KILOBYTE

const paths = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})/?$`)

const WORKSPACE = under(['/workspace'])
/** Pages with a file field. */
const FILE_PAGES = paths(
  ...patternsOf('/workspace/initiatives/[id]/measurements'),
  ...patternsOf('/workspace/admin/invite'),
  ...patternsOf('/workspace/meetings/[slug]'),
  ...patternsOf('/workspace/regions/[slug]'),
)
/** Pages with a field for pictures and documents of up to 20 MB (lib/base/files). */
const LARGE_FILE_PAGES = paths(...patternsOf('/workspace/initiatives/[id]/media'))
const LARGE_FILE_ROUTES = paths(
  '/api/werkplek/cijfers',
  '/api/werkplek/cijfers/bron',
  '/api/werkplek/document',
  '/api/werkplek/initiatieven',
)

/** Large only with a session cookie, whose validity is checked later. */
export function maxBodyBytes(path: string, hasSession: boolean): number {
  if (hasSession && LARGE_FILE_ROUTES.test(path)) return LARGE_FILE_BYTES
  if (hasSession && path === '/api/werkplek/concepten') return DRAFT_BYTES
  if (path.startsWith('/api/')) return API_BYTES
  if (!hasSession || !WORKSPACE.test(path)) return OPEN_FORM_BYTES
  if (LARGE_FILE_PAGES.test(path)) return LARGE_FILE_BYTES
  return FILE_PAGES.test(path) ? FILE_FORM_BYTES : WORKSPACE_FORM_BYTES
}

const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i

function countUpTo(body: Buffer, needle: string, most: number): number {
  let count = 0
  for (
    let at = body.indexOf(needle);
    at !== -1 && count <= most;
    at = body.indexOf(needle, at + needle.length)
  )
    count += 1
  return count
}

/**
 * The number of fields without parsing, counted just past MAX_FIELDS at most. Null when the body
 * does not match its content type (RFC 7578).
 */
export function countFields(body: Buffer, contentType: string): number | null {
  const type = contentType.toLowerCase()
  if (type.startsWith('application/x-www-form-urlencoded'))
    return countUpTo(body, '&', MAX_FIELDS) + 1
  if (!type.startsWith('multipart/form-data')) return 0
  const [, quoted, bare] = BOUNDARY.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) return null
  const delimiters = countUpTo(body, `--${boundary}`, MAX_FIELDS + 1)
  const isClosed = delimiters > MAX_FIELDS || body.includes(`--${boundary}--`)
  return body.indexOf(`--${boundary}`) === 0 && isClosed ? delimiters - 1 : null
}
