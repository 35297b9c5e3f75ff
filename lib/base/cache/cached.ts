import 'server-only'
import { unstable_cache, updateTag } from 'next/cache'

/** Rows are remembered no longer than this, because some depend on what day it is. */
const SECONDS = 300
const CONTENT = 'content'

/**
 * A read of what is public that is remembered between requests, under a name of its own and its arguments. It is forgotten as soon as the database tells
 * of a change, whoever made it (docs/adr/0024). Dates come back as text.
 */
export function cached<Args extends unknown[], T>(
  name: string,
  read: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return unstable_cache(read, [name], { tags: [CONTENT], revalidate: SECONDS })
}

/** In an action, after writing what is public: who wrote it reads it at once, before the database has told of it. */
export function invalidateContent(): void {
  updateTag(CONTENT)
}
