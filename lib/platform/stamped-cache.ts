import 'server-only'
import { unstable_cache } from 'next/cache'
import { readStamp, type StampName } from './cache-stamp'

/** A read that is remembered until its stamp is raised, its tags are cleared, or the time is over. */
export function stampedCache<Args extends unknown[], T>(name: StampName, read: (...args: Args) => Promise<T>, key: string[], options: { tags: string[]; revalidate: number }): (...args: Args) => Promise<T> {
  const remembered = unstable_cache((_stamp: number, ...args: Args) => read(...args), key, options)
  return async (...args) => remembered(await readStamp(name), ...args)
}
