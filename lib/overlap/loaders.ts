import 'server-only'
import { unstable_cache } from 'next/cache'
import { listLookalikes, listVariants } from './data'
import type { Lookalike, OverlapSource } from './types'

/** What looks like the version that someone works on. The caller decided that this person may edit it; only published initiatives are named. */
export async function loadLookalikes(source: Pick<OverlapSource, 'revisionId' | 'initiativeId' | 'title'>): Promise<Lookalike[]> {
  return listLookalikes(source)
}

/** The published variants of an initiative. */
export const loadVariants = unstable_cache(listVariants, ['variants'], { tags: ['initiatives', 'variants'], revalidate: 300 })
