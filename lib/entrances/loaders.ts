import 'server-only'
import { unstable_cache } from 'next/cache'
import { getEntrance } from './data'

const CACHE_SECONDS = 300

/** What is going on behind one value of a filter, and where nothing is. */
export const loadEntrance = unstable_cache(getEntrance, ['entrance'], { tags: ['initiatives', 'taxonomy', 'regions'], revalidate: CACHE_SECONDS })
