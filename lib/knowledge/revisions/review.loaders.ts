import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getRevisionDraft } from './data'
import { getChangeReason } from './history.data'
import { loadRevision } from './loaders'
import { getSeenVersion } from './seen.data'
import { getRemarks, listEarlierReasons } from './remarks.data'
import type { Remarks, RevisionDraft, VersionContent } from './types'

/** What readers see, without what no moderator looked at yet: that counts as a change too. */
async function loadSeen(initiativeId: string): Promise<VersionContent | null> {
  const seenId = await getSeenVersion(initiativeId)
  return seenId === null ? null : ((await getRevisionDraft(seenId))?.content ?? null)
}

export const loadReview = cache(async (revisionId: string, returnTo: string) => {
  const { draft, may } = await loadRevision(revisionId, returnTo)
  if (!may.decide) notFound()
  const [published, changeReason, earlier] = await Promise.all([
    loadSeen(draft.initiativeId),
    getChangeReason(revisionId),
    listEarlierReasons(draft.initiativeId, draft.number),
  ])
  return { draft, published, changeReason, earlier }
})

/**
 * For whoever writes this version: what the moderator said of its fields when it came back. After
 * handing in again that is history.
 */
export const loadRemarks = cache(
  async ({ id, status }: Pick<RevisionDraft, 'id' | 'status'>): Promise<Remarks> =>
    status === 'returned' ? getRemarks(id) : {},
)
