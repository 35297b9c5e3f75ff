/** For small tables that every request needs. Failures are not memoized. */
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
