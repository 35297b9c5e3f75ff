import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { cached } from '@/lib/base/cache/cached'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import { getRegionGraph } from '@/lib/base/regions/data'
import { loadRegion } from '@/lib/base/regions/loaders'
import { listQuestions } from './data'

export const loadQuestions = cached('learning', listQuestions)

export const loadLearningWork = cache(async (slug: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const region = await loadRegion(slug)
  if (!canEditRegionPolicy(actor, { regionId: region.id }, await getRegionGraph())) notFound()
  return { region, questions: await listQuestions(region.id) }
})
