import 'server-only'
import { db } from '@/lib/base/db/db'
import { daysBefore } from '@/lib/base/text/calendar'
import { MAX_DRAFTS } from './rules'
import type { FormDraftInput } from './schema'

/**
 * Stores what someone typed so far, instead of what they typed there before. Returns when, or null
 * when this person has MAX_DRAFTS others. Writes no audit row: no record changes.
 */
export async function saveFormDraft(userId: string, draft: FormDraftInput): Promise<Date | null> {
  const { form, path, title, values } = draft
  const saved = await db.$queryRaw<{ savedAt: Date }[]>`
    INSERT INTO form_draft (user_id, form, path, title, "values")
    SELECT ${userId}::uuid, ${form}, ${path}, ${title}, ${JSON.stringify(values)}::jsonb
    WHERE (
      SELECT count(*) FROM form_draft WHERE user_id = ${userId}::uuid AND form <> ${form}
    ) < ${MAX_DRAFTS}::int
    ON CONFLICT (user_id, form) DO UPDATE
    SET path = excluded.path, title = excluded.title, "values" = excluded."values", saved_at = now()
    RETURNING saved_at AS "savedAt"`
  return saved[0]?.savedAt ?? null
}

/** Deletes the draft of one form, because it was sent or thrown away. */
export async function deleteFormDraft(userId: string, form: string): Promise<void> {
  await db.formDraft.deleteMany({ where: { userId, form } })
}

/** Deletes drafts that nobody touched for more than `days`. Returns how many. */
export async function deleteOldFormDrafts(now: Date, days: number): Promise<number> {
  const where = { savedAt: { lt: daysBefore(now, days) } }
  return (await db.formDraft.deleteMany({ where })).count
}
