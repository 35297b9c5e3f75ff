import 'server-only'
import { unstable_cache } from 'next/cache'
import { getRegionFit } from './data'

const CACHE_SECONDS = 300

/** The fit with a region for a page. Changes with the figures and with what the region does itself. */
export const loadRegionFit = unstable_cache(getRegionFit, ['region-fit'], { tags: ['initiatives', 'indicators', 'regions', 'taxonomy'], revalidate: CACHE_SECONDS })
