/**
 * Stands in for `next/cache` outside Next, where nothing is kept:
 * `vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))`.
 */
export const refresh = (): void => undefined
export const updateTag = (): void => undefined
export const unstable_cache = <Fn>(read: Fn): Fn => read
