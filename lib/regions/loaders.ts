import 'server-only'
import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { isSlug } from '@/lib/platform/text'
import { getRegion } from './data'
import type { RegionView } from './types'

const CACHE_SECONDS = 300

const readRegion = unstable_cache(getRegion, ['region-by-slug'], { tags: ['regions'], revalidate: CACHE_SECONDS })

/** A region with what lies around it; not found for an unknown one. */
export async function loadRegion(slug: string): Promise<RegionView> {
  return (isSlug(slug) ? await readRegion(slug) : null) ?? notFound()
}
