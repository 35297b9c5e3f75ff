import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { z } from 'zod'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { allowLong, BULK_TIMEOUT_MS } from '@/lib/base/db/bulk'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { saveDraft } from '@/lib/knowledge/revisions/drafts.mutations'
import type { DraftContent } from '@/lib/knowledge/revisions/types'

/** What an import itself writes, and what goes with a draft without anybody having made it. */
const OWN_REFERENCES = [
  'initiative_revision.initiative_id',
  'policy_monitor.initiative_id',
  'revision_term.revision_id',
  'revision_region.revision_id',
  'revision_step.revision_id',
  'revision_partner.revision_id',
  'revision_source.revision_id',
  'revision_result.revision_id',
  'revision_text_item.revision_id',
  'initiative_import_row.initiative_id',
  'initiative_import_row.revision_id',
  'merged_term_use.revision_id',
]

const reference = z.object({
  relation: z.string(),
  field: z.string(),
  target: z.enum(['initiative', 'initiative_revision']),
})

/**
 * Everything else that refers to initiatives, read from the database itself: a table that comes
 * later keeps a draft from being deleted until somebody thought about it.
 */
async function listReferences(tx: Transaction) {
  return z.array(reference).parse(
    await tx.$queryRaw`
      SELECT c.conrelid::regclass::text AS relation, quote_ident(a.attname) AS field,
        c.confrelid::regclass::text AS target
      FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f'
        AND c.confrelid IN ('initiative'::regclass, 'initiative_revision'::regclass)
        AND concat_ws('.', c.conrelid::regclass, a.attname) <> ALL (${OWN_REFERENCES})
      ORDER BY 1, 2`,
  )
}

/** Drafts as the import left them, that nothing else refers to. */
async function listUntouched(tx: Transaction, importId: string): Promise<string[]> {
  const used = (await listReferences(tx)).map(({ relation, field, target }) => {
    const own = target === 'initiative' ? 'r.initiative_id' : 'r.revision_id'
    return Prisma.raw(`
      NOT EXISTS (
        SELECT FROM ${relation} t
        WHERE t.${field} = ${own}
      )`)
  })
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.initiative_id::text AS id
    FROM initiative_import_row r
    JOIN initiative_revision v ON v.id = r.revision_id
    JOIN initiative i ON i.id = r.initiative_id AND i.organisation_id = r.organisation_id
    JOIN policy_monitor m ON m.initiative_id = r.initiative_id
    WHERE r.import_id = ${importId}::uuid
      AND r.is_new
      AND v.status = 'draft'
      AND v.version = r.version
      AND v.number = 1
      AND m.version = 1
      AND NOT EXISTS (
        SELECT FROM initiative_revision o
        WHERE o.initiative_id = r.initiative_id AND o.id <> v.id
      )
      AND ${Prisma.join(used, ' AND ')}
    ORDER BY r.row_number`
  return rows.map(({ id }) => id)
}

async function deleteUntouched(tx: Transaction, importId: string): Promise<number> {
  const ids = await listUntouched(tx, importId)
  const { count } = await tx.initiative.deleteMany({ where: { id: { in: ids } } })
  return count
}

/** Gives drafts that were there before their earlier text back, when nobody changed them since. */
async function restoreChanged(tx: Transaction, importId: string, actorId: string): Promise<number> {
  const rows = await tx.initiativeImportRow.findMany({
    where: { importId, isNew: false, revision: { status: 'draft' } },
    select: {
      id: true,
      revisionId: true,
      version: true,
      before: true,
      organisationId: true,
      initiative: { select: { organisationId: true } },
    },
    orderBy: { rowNumber: 'asc' },
    take: 10_000,
  })
  let restored = 0
  for (const { id, revisionId, version, before, ...row } of rows) {
    if (before === null || row.organisationId !== row.initiative.organisationId) continue
    const content = before as unknown as DraftContent
    const saved = await saveDraft({ revisionId, version, content, actorId }, tx)
    if (saved === 'conflict') continue
    // For the import of before the draft is again as it left it.
    await tx.$executeRaw`
      UPDATE initiative_import_row r
      SET version = ${saved}::int
      WHERE r.id = (
        SELECT o.id
        FROM initiative_import_row o
        JOIN initiative_import i ON i.id = o.import_id
        WHERE o.revision_id = ${revisionId}::uuid AND o.id <> ${id}::uuid
        ORDER BY i.finished_at DESC NULLS LAST
        LIMIT 1
      )`
    await tx.initiativeImportRow.delete({ where: { id }, select: { id: true } })
    restored += 1
  }
  return restored
}

/** What the first press undid. */
async function requireUndone(tx: Transaction, id: string) {
  const row = await tx.initiativeImport.findFirst({
    where: { id, status: 'undone' },
    select: { deleted: true, restored: true },
  })
  if (!row) throw new AppError('WRONG_STATE')
  return row
}

/**
 * Undoes a whole import in one transaction: deletes the drafts that it made and gives the others
 * their earlier text, except what somebody changed, handed in, published or used since; that stays.
 * Pressed twice it says what the first press did. Throws WRONG_STATE when it is not done, or its file
 * is not kept any more.
 */
export async function undoImport(
  id: string,
  actorId: string,
): Promise<{ deleted: number; restored: number }> {
  return db.$transaction(
    async (tx) => {
      await allowLong(tx)
      const { count } = await tx.initiativeImport.updateMany({
        where: { id, status: 'done', content: { not: null } },
        data: { status: 'undone', undoneAt: new Date() },
      })
      if (count === 0) return requireUndone(tx, id)
      const deleted = await deleteUntouched(tx, id)
      const restored = await restoreChanged(tx, id, actorId)
      await tx.initiativeImport.update({
        where: { id },
        data: { deleted, restored },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'initiativeImport.undo',
        objectType: 'initiative_import',
        objectId: id,
        detail: { deleted, restored },
      })
      return { deleted, restored }
    },
    { timeout: BULK_TIMEOUT_MS, maxWait: 10_000 },
  )
}
