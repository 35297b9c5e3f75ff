import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { once, type Sender } from '@/lib/base/http/submission'
import { AppError } from '@/lib/base/runtime/errors'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { saveDraft } from '@/lib/knowledge/revisions/drafts.mutations'
import { saveNewInitiative } from '@/lib/knowledge/revisions/mutations'
import { splitContent, type SplitPart } from './rules'

/**
 * Starts an initiative with parts of a public one, as a draft of the same organisation. Returns the
 * draft. Throws WRONG_STATE when the other is not public any more.
 */
export async function splitInitiative(
  input: Sender & { initiativeId: string; title: string; parts: readonly SplitPart[] },
): Promise<{ revisionId: string }> {
  const { initiativeId, title, parts, actorId, submission } = input
  return once({ actorId, submission }, async (tx) => {
    const whole = await tx.initiative.findUnique({
      where: { id: initiativeId },
      select: { organisationId: true, publishedRevisionId: true },
    })
    const text = whole?.publishedRevisionId
      ? await getRevisionDraft(whole.publishedRevisionId, tx)
      : null
    if (!whole || !text) throw new AppError('WRONG_STATE')
    const { organisationId } = whole
    const created = await saveNewInitiative({ actorId, submission, title, organisationId }, tx)
    const { revisionId } = created
    const draft = await getRevisionDraft(revisionId, tx)
    if (!draft) throw new AppError('WRONG_STATE')
    const content = splitContent(draft.content, text.content, parts)
    await saveDraft({ revisionId, version: draft.version, content, actorId }, tx)
    await tx.initiative.update({
      where: { id: created.initiativeId },
      data: { splitFromId: initiativeId },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.split',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: { newId: created.initiativeId },
    })
    return { revisionId }
  })
}
