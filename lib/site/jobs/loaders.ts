import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { env } from '@/lib/base/runtime/env'
import { listJobStates } from './data'
import { canManageJobs } from './policy'

export async function loadJobs(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canManageJobs(actor)) notFound()
  const now = new Date()
  return { jobs: await listJobStates(now), now, runsHere: env.JOBS === '1' }
}
