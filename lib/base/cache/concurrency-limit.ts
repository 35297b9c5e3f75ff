/**
 * Runs `limit` pieces of work at once, the rest in order. Queueing here instead of in the database
 * pool avoids time-outs there and does not starve readers.
 */
export function createConcurrencyLimit(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= limit) await new Promise<void>((go) => queue.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // The slot passes to the next without coming free in between.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
