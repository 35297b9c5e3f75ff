export interface FairQueueOptions {
  /** Pieces of work that run at once. */
  atOnce: number
  /** Of one person: running at once, and waiting beside that. */
  perPerson: { running: number; waiting: number }
  /** Waiting of all people together. */
  waiting: number
  /** Who waits longer than this is told so. */
  patienceMs: number
}

export type Turn<T> = { kind: 'done'; value: T } | { kind: 'personBusy' | 'full' | 'waitedTooLong' }

interface Entry {
  start: () => void
}

/**
 * A queue in which people take turns: however much one of them asks, the next person is next. Each may have little running and waiting;
 * what does not fit is refused at once. Work that throws passes its error on and gives its place free.
 */
export function createFairQueue({
  atOnce,
  perPerson,
  waiting: most,
  patienceMs,
}: FairQueueOptions) {
  /** In the order of their turns. */
  const waiting = new Map<string, Entry[]>()
  const runningOf = new Map<string, number>()
  let running = 0
  let waitingNow = 0

  const hasRoom = (person: string) =>
    running < atOnce && (runningOf.get(person) ?? 0) < perPerson.running

  function count(person: string, change: 1 | -1): void {
    running += change
    const now = (runningOf.get(person) ?? 0) + change
    if (now === 0) runningOf.delete(person)
    else runningOf.set(person, now)
  }

  function leave(person: string, entry: Entry): void {
    const left = (waiting.get(person) ?? []).filter((one) => one !== entry)
    waitingNow -= 1
    if (left.length === 0) waiting.delete(person)
    else waiting.set(person, left)
  }

  function startNext(): void {
    for (;;) {
      const person = [...waiting.keys()].find(hasRoom)
      const entry = person === undefined ? undefined : waiting.get(person)?.[0]
      if (person === undefined || entry === undefined) return
      leave(person, entry)
      // The others come first now.
      const left = waiting.get(person)
      waiting.delete(person)
      if (left) waiting.set(person, left)
      count(person, 1)
      entry.start()
    }
  }

  /** True when it is this person's turn, false when that took too long. */
  function turn(person: string): Promise<boolean> {
    return new Promise((resolve) => {
      const entry: Entry = {
        start: () => {
          clearTimeout(timer)
          resolve(true)
        },
      }
      const timer = setTimeout(() => {
        leave(person, entry)
        resolve(false)
      }, patienceMs)
      waiting.set(person, [...(waiting.get(person) ?? []), entry])
      waitingNow += 1
      startNext()
    })
  }

  return async function enter<T>(person: string, work: () => Promise<T>): Promise<Turn<T>> {
    const mine = waiting.get(person)?.length ?? 0
    if (mine > 0 || !hasRoom(person)) {
      if (mine >= perPerson.waiting) return { kind: 'personBusy' }
      if (waitingNow >= most) return { kind: 'full' }
    }
    if (!(await turn(person))) return { kind: 'waitedTooLong' }
    try {
      return { kind: 'done', value: await work() }
    } finally {
      count(person, -1)
      startNext()
    }
  }
}
