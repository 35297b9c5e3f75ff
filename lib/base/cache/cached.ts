import 'server-only'
import { unstable_cache, updateTag } from 'next/cache'

/** Some rows depend on what day it is. */
const SECONDS = 300
const CONTENT = 'content'

/**
 * A public read, cached until the database notifies a change (docs/adr/0024). Dates become text.
 */
export function cached<Args extends unknown[], T>(
  name: string,
  read: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return unstable_cache(read, [name], { tags: [CONTENT], revalidate: SECONDS })
}

/** For an action that wrote public data: the writer sees it at once, before the notification. */
export function invalidateContent(): void {
  updateTag(CONTENT)
}
