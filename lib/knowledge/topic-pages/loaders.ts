import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { getTopic } from './data'

export const loadTopic = cached('topic', getTopic)
