import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/accounts/loaders'
import { canEditRegionPolicy } from '@/lib/policies/policy'
import { getRegionGraph } from '@/lib/regions/data'
import { getMeasureTarget, getMeasureYear } from './data'

/** The page on which a region writes down what it expects and concludes. Never cached: it is about to change. */
export async function loadVerdictWork(measureId: string, year: number, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasureTarget(measureId)
  if (!target || !canEditRegionPolicy(actor, target, await getRegionGraph())) notFound()
  const [now, before] = await Promise.all([getMeasureYear(measureId, year), getMeasureYear(measureId, year - 1)])
  return { target, now, before }
}
