import 'server-only'
import { unstable_cache, updateTag } from 'next/cache'

/** Some rows depend on what day it is. */
const SECONDS = 300
const CONTENT = 'content'

/**
 * A read of what is public, cached between requests under its name and arguments. The cache is invalidated as soon as
 * the database tells of a change, whoever made it (docs/adr/0024). Dates come back as text.
 */
export function cached<Args extends unknown[], T>(
  name: string,
  read: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return unstable_cache(read, [name], { tags: [CONTENT], revalidate: SECONDS })
}

/** In an action that wrote what is public: the writer sees it at once, before the database tells of it. */
export function invalidateContent(): void {
  updateTag(CONTENT)
}
