/**
 * Everyone may have all that is kept about them, in a form that people and programs read. A table
 * that refers to a person stands in SECTIONS, or in LEFT_OUT with the reason; a test compares both
 * with the foreign keys of the database.
 * Source: GDPR, articles 15 and 20; docs/quality.md.
 */
import { pagePath, type Page } from '@/i18n/translated-path'
import { ACCOUNT_SECTIONS } from './account.rules'
import { EXCHANGE_SECTIONS } from './exchange.rules'
import { KNOWLEDGE_SECTIONS } from './knowledge.rules'
import { SECURITY_SECTIONS } from './security.rules'
import type { Row, Section, Value } from './types'

export const MAX_ROWS = 10_000
/** Raised when a name or meaning in the JSON changes. */
export const SCHEMA_VERSION = 1

export const SECTIONS: readonly Section[] = [
  ...ACCOUNT_SECTIONS,
  ...SECURITY_SECTIONS,
  ...KNOWLEDGE_SECTIONS,
  ...EXCHANGE_SECTIONS,
  {
    key: 'audit',
    title: 'Handelingen die zijn vastgelegd',
    table: 'audit_event',
    person: 'actor_id',
    where: "(t.actor_id = $1::uuid OR (t.object_type = 'user' AND t.object_id = $1::text))",
    columns: ['at', 'action', 'object_type', 'object_id', 'result'],
    joined: { by_self: 't.actor_id IS NOT DISTINCT FROM $1::uuid' },
    order: 't.id DESC',
  },
]

/** References to a person that are not in the export, as table.column with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'form_submission.actor_id':
    'Kept for a short time so that a form sent twice is written once: a digest without text.',
  'chain_import.actor_id':
    'Kept for 30 days to undo an import: ids of goals and what hangs under them. The act is in the record.',
  'worksheet_change.actor_id':
    'Kept for 30 days to undo a change. The text is that of goals and measures; the act is in the record.',
  'policy_round_writer.user_id':
    'Which measures someone writes about; it stands on the page of the calendar and holds no text.',
  'recovery_code.user_id': 'Secrets: each row is a digest of a code and says nothing else.',
}

/**
 * The statement that reads one section: `$1` is the id of the person and `$2` their address. One
 * row more than is shown, to know whether there was more. Built of constants alone.
 */
export function selectOf({ table, person, where, columns, joined = {}, order }: Section): string {
  const fields = [
    ...columns.map((column) => `t.${column}`),
    ...Object.entries(joined).map(([name, sql]) => `${sql} AS ${name}`),
  ]
  const about = where ?? `t.${person ?? ''} = $1::uuid`
  return `SELECT row_to_json(r) AS data FROM (
    SELECT ${fields.join(', ')} FROM ${table} t
    WHERE $1::text IS NOT NULL AND $2::text IS NOT NULL AND ${about}
    ORDER BY ${order ?? (columns.includes('created_at') ? 't.created_at DESC' : '1 DESC')}
    LIMIT ${String(MAX_ROWS + 1)}) r`
}

const PAGES: Readonly<Record<string, Page>> = {
  initiative_page: '/initiatives/[slug]',
  call_page: '/calls/[slug]',
  meeting_page: '/meetings/[slug]',
  collection_page: '/collections/[slug]',
}

/** Slugs become full addresses: `initiative_page` is `initiative_url` in the export. */
export function withAddresses(row: Row, site: string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]): [string, Value] => {
      const page = PAGES[key]
      if (page === undefined) return [key, value]
      const url = typeof value === 'string' ? `${site}${pagePath(page, { slug: value })}` : null
      return [key.replace(/_page$/, '_url'), url]
    }),
  )
}
