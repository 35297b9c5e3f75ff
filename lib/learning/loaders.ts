import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/accounts/loaders'
import { remember } from '@/lib/platform/remember'
import { canEditRegionPolicy } from '@/lib/policies/policy'
import { getRegionGraph } from '@/lib/regions/data'
import { loadRegion } from '@/lib/regions/loaders'
import { listQuestions } from './data'

/** What a region wants to learn. */
export const loadQuestions = remember('learning', listQuestions)

/** The agenda for those who keep it; not found for anyone else. */
export async function loadLearningWork(slug: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const region = await loadRegion(slug)
  if (!canEditRegionPolicy(actor, { regionId: region.id }, await getRegionGraph())) notFound()
  return { region, questions: await listQuestions(region.id) }
}
