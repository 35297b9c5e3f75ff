import 'server-only'
import { notFound } from 'next/navigation'
import { getRegionGraph } from '@/lib/base/regions/data'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { getClosingTarget } from '@/lib/knowledge/closures/data'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { findPublished } from '@/lib/knowledge/initiatives/addresses.data'
import { slugFromAddress } from '@/lib/knowledge/initiatives/rules'
import { planMerge } from './moves.data'
import { canMerge, canStartMerge } from './policy'
import { mergeFault, shownPlan } from './rules'
import type { MergePlan } from './types'

export type MergeView =
  | { state: 'ask' }
  | { state: 'unknown' | 'forbidden' | 'mergeItself' | 'mergeClosed'; typed: string }
  | { state: 'ready'; into: ClosingTarget; plan: MergePlan }

/** The page on which an initiative is merged into the one whose address was typed. */
export async function loadMerge(
  fromId: string,
  typed: string,
  returnTo: string,
): Promise<{ from: ClosingTarget; view: MergeView }> {
  const actor = await requireActorPage(returnTo)
  const [from, graph] = await Promise.all([getClosingTarget(fromId), getRegionGraph()])
  if (!from || !canStartMerge(actor, from, graph)) notFound()
  if (typed === '') return { from, view: { state: 'ask' } }
  const slug = slugFromAddress(typed)
  const [found] = slug === null ? [] : await findPublished([slug])
  const into = found ? await getClosingTarget(found.id) : null
  if (!into) return { from, view: { state: 'unknown', typed } }
  const fault = mergeFault({ from, into })
  if (fault) return { from, view: { state: fault, typed } }
  if (!canMerge(actor, { from, into }, graph)) return { from, view: { state: 'forbidden', typed } }
  const plan = await planMerge({ fromId, intoId: into.initiativeId })
  return { from, view: { state: 'ready', into, plan: shownPlan(plan) } }
}
