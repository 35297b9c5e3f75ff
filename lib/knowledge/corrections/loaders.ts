import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getRegionGraph } from '@/lib/base/regions/data'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import { getCorrection, getCorrectionFault, listCorrections } from './data'
import { canLookAfter } from './policy'
import type { Correction } from './types'

/** Whether the editor may publish this draft at once. */
export async function loadMayCorrect(draft: RevisionDraft): Promise<boolean> {
  return (await getCorrectionFault(draft)) === null
}

/** What this moderator looks at afterwards. */
export async function loadCorrections(actor: Actor): Promise<Correction[]> {
  if (!isModerator(actor)) return []
  const graph = await getRegionGraph()
  return listCorrections((target) => canLookAfter(actor, target, graph))
}

/** One of them; not found when it does not wait any more. */
export const loadCorrection = cache(async (revisionId: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const [found, graph] = await Promise.all([getCorrection(revisionId), getRegionGraph()])
  if (!found || !canLookAfter(actor, found, graph)) notFound()
  return found
})
