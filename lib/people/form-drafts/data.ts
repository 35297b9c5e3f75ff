import 'server-only'
import type { FormValues } from '@/lib/base/http/action-result'
import { db } from '@/lib/base/db/db'
import { MAX_DRAFTS } from './rules'
import type { FormDraft, UnsentDraft } from './types'

/** What this person typed on a page and did not send, newest first. */
export async function listDraftsOfPage(userId: string, path: string): Promise<FormDraft[]> {
  const rows = await db.formDraft.findMany({
    where: { userId, path },
    select: { form: true, values: true, savedAt: true },
    orderBy: { savedAt: 'desc' },
    take: MAX_DRAFTS,
  })
  return rows.map(({ form, values, savedAt }) => ({
    form,
    values: values as FormValues,
    savedAt: savedAt.toISOString(),
  }))
}

/** Where this person typed something that is not sent, newest first. */
export async function listUnsentDrafts(userId: string): Promise<UnsentDraft[]> {
  return db.formDraft.findMany({
    where: { userId },
    select: { form: true, path: true, title: true, savedAt: true },
    orderBy: [{ savedAt: 'desc' }, { form: 'asc' }],
    take: MAX_DRAFTS,
  })
}
