import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { getTopic } from './data'

/** What is going on behind one value of a filter, and where nothing is. */
export const loadTopic = cached('topic', getTopic)
