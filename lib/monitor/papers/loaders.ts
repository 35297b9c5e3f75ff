import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Locale } from '@/i18n/routing'
import { cached } from '@/lib/base/cache/cached'
import { loadRegion } from '@/lib/base/regions/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { loadMayEditChain } from '@/lib/monitor/chains/loaders'
import { getPaper, getPaperRequest, listFrozenPapers } from './data'

const readPaper = cached('board-paper', getPaper)
const readFrozen = cached('board-papers', listFrozenPapers)

/** The paper of a region and year as it is today. */
export const loadPaper = cache(async (slug: string, year: number, locale: Locale) => {
  const region = await loadRegion(slug)
  const model = await readPaper(region.id, year, todayInNetherlands(new Date()), locale)
  return model ?? notFound()
})

/** The settled papers, and for who may edit the region what is asked of the board. */
export const loadPaperDesk = cache(async (regionId: string, year: number) => {
  const [frozen, mayEdit] = await Promise.all([
    readFrozen(regionId, year),
    loadMayEditChain(regionId),
  ])
  return { frozen, request: mayEdit ? await getPaperRequest(regionId, year) : null, mayEdit }
})
