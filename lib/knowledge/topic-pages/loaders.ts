import 'server-only'
import { remember } from '@/lib/base/cache/cached'
import { getEntrance } from './data'

/** What is going on behind one value of a filter, and where nothing is. */
export const loadEntrance = remember('entrance', getEntrance)
