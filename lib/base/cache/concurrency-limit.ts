/**
 * Lets at most `limit` pieces of work run at once; the others wait their turn in order. Work that would queue for a database
 * connection waits here instead, so that a rush neither times out in the pool nor takes every connection from readers.
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
      // The place passes on to the next without coming free in between.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
