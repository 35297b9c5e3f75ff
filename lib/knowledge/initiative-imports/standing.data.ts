import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { draftSelect, toContent } from '@/lib/knowledge/revisions/data'
import type { KeyedDraft, Standing } from './types'

const MAX_STANDING = 50_000
/** Bind variables of one statement are limited. */
const KEYS_A_TIME = 1_000

async function draftsAt(
  revisionIds: readonly string[],
  client: Transaction,
): Promise<Map<string, Omit<KeyedDraft, 'organisationId' | 'key' | 'written' | 'isLatest'>>> {
  const rows = await client.initiativeRevision.findMany({
    where: { id: { in: [...revisionIds] } },
    select: draftSelect,
    orderBy: { id: 'asc' },
    take: revisionIds.length,
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        initiativeId: row.initiativeId,
        revisionId: row.id,
        version: row.version,
        status: row.status,
        content: toContent(row),
      },
    ]),
  )
}

/** The draft that was last written under each of these keys, for one organisation or any. */
async function listKeyed(
  organisationId: string | null,
  keys: readonly string[],
  client: Transaction,
): Promise<KeyedDraft[]> {
  const found: KeyedDraft[] = []
  for (let at = 0; at < keys.length; at += KEYS_A_TIME) {
    const some = keys.slice(at, at + KEYS_A_TIME).map((key) => key.toLowerCase())
    const rows = await client.$queryRaw<
      {
        organisationId: string
        key: string
        revisionId: string
        written: number
        isLatest: boolean
      }[]
    >`
      SELECT DISTINCT ON (r.organisation_id, lower(r.key))
        r.organisation_id::text AS "organisationId", r.key, r.revision_id::text AS "revisionId",
        r.version AS written,
        NOT EXISTS (
          SELECT FROM initiative_revision v
          JOIN initiative_revision own ON own.id = r.revision_id
          WHERE v.initiative_id = r.initiative_id AND v.number > own.number
        ) AND EXISTS (
          SELECT FROM initiative t
          WHERE t.id = r.initiative_id AND t.organisation_id = r.organisation_id
        ) AS "isLatest"
      FROM initiative_import_row r
      JOIN initiative_import i ON i.id = r.import_id
      WHERE lower(r.key) = ANY (${some}::text[])
        AND (${organisationId}::uuid IS NULL OR r.organisation_id = ${organisationId}::uuid)
      ORDER BY r.organisation_id, lower(r.key), i.finished_at DESC NULLS LAST, r.id DESC`
    const drafts = await draftsAt(
      rows.map(({ revisionId }) => revisionId),
      client,
    )
    for (const row of rows) {
      const draft = drafts.get(row.revisionId)
      if (draft) found.push({ ...row, ...draft })
    }
  }
  return found
}

/** What is there already: drafts under these keys, and the titles of the organisations. */
export async function getStanding(
  organisationId: string | null,
  keys: readonly string[],
  client: Transaction = db,
): Promise<Standing> {
  const [drafts, titles] = await Promise.all([
    listKeyed(organisationId, keys, client),
    client.$queryRaw<Standing['titles']>`
      SELECT i.organisation_id::text AS "organisationId", v.title
      FROM initiative i
      JOIN initiative_revision v ON v.initiative_id = i.id AND v.status <> 'superseded'
      WHERE ${organisationId}::uuid IS NULL OR i.organisation_id = ${organisationId}::uuid
      LIMIT ${MAX_STANDING}`,
  ])
  return { drafts, titles }
}
