/**
 * Memoizes a read in this process for a while: for small tables that each request needs and that hardly change. A
 * failure is not memoized.
 */
export function memoizeFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let memo: { until: number; value: Promise<T> } | undefined
  return () => {
    const now = Date.now()
    if (memo && now < memo.until) return memo.value
    const value = read()
    memo = { until: now + milliseconds, value }
    value.catch(() => {
      memo = undefined
    })
    return value
  }
}
