import 'server-only'
import { getRegionGraph } from '@/lib/base/regions/data'
import type { Actor } from '@/lib/people/accounts/types'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { getClosingPlan, getPlan } from './data'
import { canCancelClosing } from './policy'

/** What is planned for this initiative, and whether this person may take that away. */
export async function loadClosingPlan(actor: Actor, target: ClosingTarget) {
  const plan = await getClosingPlan(target.initiativeId)
  const full = plan && (await getPlan(plan.id))
  if (!full) return null
  const mayCancel = canCancelClosing(actor, full, target, await getRegionGraph())
  return { plan: full, mayCancel, isLate: full.at < new Date() }
}
