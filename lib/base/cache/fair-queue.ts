export interface FairQueueOptions {
  atOnce: number
  perPerson: { running: number; waiting: number }
  waiting: number
  patienceMs: number
}

export type Turn<T> = { kind: 'done'; value: T } | { kind: 'personBusy' | 'full' | 'waitedTooLong' }

interface Entry {
  start: () => void
}

class FairQueue {
  private readonly waiting = new Map<string, Entry[]>()
  private readonly runningOf = new Map<string, number>()
  private running = 0
  private waitingNow = 0
  private readonly options: FairQueueOptions

  constructor(options: FairQueueOptions) {
    this.options = options
  }

  private hasRoom = (person: string) =>
    this.running < this.options.atOnce &&
    (this.runningOf.get(person) ?? 0) < this.options.perPerson.running

  private count(person: string, change: 1 | -1): void {
    this.running += change
    const now = (this.runningOf.get(person) ?? 0) + change
    if (now === 0) this.runningOf.delete(person)
    else this.runningOf.set(person, now)
  }

  private leave(person: string, entry: Entry): void {
    const left = (this.waiting.get(person) ?? []).filter((one) => one !== entry)
    this.waitingNow -= 1
    if (left.length === 0) this.waiting.delete(person)
    else this.waiting.set(person, left)
  }

  private startNext(): void {
    for (;;) {
      const person = [...this.waiting.keys()].find(this.hasRoom)
      const entry = person === undefined ? undefined : this.waiting.get(person)?.[0]
      if (person === undefined || entry === undefined) return
      this.leave(person, entry)
      const left = this.waiting.get(person)
      this.waiting.delete(person)
      if (left) this.waiting.set(person, left)
      this.count(person, 1)
      entry.start()
    }
  }

  private turn(person: string): Promise<boolean> {
    return new Promise((resolve) => {
      const entry: Entry = {
        start: () => {
          clearTimeout(timer)
          resolve(true)
        },
      }
      const timer = setTimeout(() => {
        this.leave(person, entry)
        resolve(false)
      }, this.options.patienceMs)
      this.waiting.set(person, [...(this.waiting.get(person) ?? []), entry])
      this.waitingNow += 1
      this.startNext()
    })
  }

  enter = async <T>(person: string, work: () => Promise<T>): Promise<Turn<T>> => {
    const mine = this.waiting.get(person)?.length ?? 0
    if (mine > 0 || !this.hasRoom(person)) {
      if (mine >= this.options.perPerson.waiting) return { kind: 'personBusy' }
      if (this.waitingNow >= this.options.waiting) return { kind: 'full' }
    }
    if (!(await this.turn(person))) return { kind: 'waitedTooLong' }
    try {
      return { kind: 'done', value: await work() }
    } finally {
      this.count(person, -1)
      this.startNext()
    }
  }
}

/** People take turns, however much one of them asks; what does not fit is refused at once. */
export const createFairQueue = (options: FairQueueOptions) => new FairQueue(options).enter
