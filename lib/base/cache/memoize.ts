declare global {
  /** Counted by server/main.ts each time that the database tells of a change in public content. */
  var contentChanges: number | undefined
}

/** For small tables that every request needs. Failures are not memoized. */
export function memoizeFor<T>(
  milliseconds: number,
  read: () => Promise<T>,
  generation: () => unknown = () => null,
): () => Promise<T> {
  let memo: { until: number; generation: unknown; value: Promise<T> } | undefined
  return () => {
    const now = Date.now()
    const current = generation()
    if (memo && now < memo.until && memo.generation === current) return memo.value
    const value = read()
    memo = { until: now + milliseconds, generation: current, value }
    value.catch(() => {
      memo = undefined
    })
    return value
  }
}

/** The same until public content changes, for what cached pages are made of. */
export const memoizeContentFor = <T>(milliseconds: number, read: () => Promise<T>) =>
  memoizeFor(milliseconds, read, () => globalThis.contentChanges)
