/**
 * Reads something at most once in a while and keeps it in this process: for small tables that each request needs and that
 * hardly change. A reading that fails is not kept.
 */
export function memoizeFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | undefined
  return () => {
    const now = Date.now()
    if (kept && now < kept.until) return kept.value
    const value = read()
    kept = { until: now + milliseconds, value }
    value.catch(() => {
      kept = undefined
    })
    return value
  }
}
