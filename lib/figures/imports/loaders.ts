import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { listDatasets } from '@/lib/figures/datasets/data'
import { getImport, listImports, listIssues } from './data'
import { canImport } from '@/lib/figures/datasets/policy'
import { runState } from './rules'

export async function loadImports(returnTo: string) {
  if (!canImport(await requireActorPage(returnTo))) notFound()
  const [datasets, imports] = await Promise.all([listDatasets(), listImports()])
  return { datasets, imports }
}

export const loadImport = cache(async (id: string, returnTo: string) => {
  if (!canImport(await requireActorPage(returnTo)) || !z.uuid().safeParse(id).success) notFound()
  const [found, issues] = await Promise.all([getImport(id), listIssues(id)])
  return found ? { found, issues, run: runState(found, new Date()) } : notFound()
})
