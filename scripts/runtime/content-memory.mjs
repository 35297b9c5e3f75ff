// What is remembered of the database between requests (lib/platform/remember.ts), as the cache handler of Next (docs/adr/0024).
import { LRUCache } from 'lru-cache'

const MAX_BYTES = 64 * 1_024 * 1_024
/** Longer than any reading may take (the time limit of a statement). */
const READING_MS = 60_000
/** Answers that are the same in every process and never change, such as the icon. */
const MAX_FIXED = 100

/** The clock by which Next tells the age of an entry. */
const clock = () => performance.timeOrigin + performance.now()

/**
 * Rows as they were read, until something that is read in public changes or their time is over: never older. What was being read while something
 * changed is not remembered. While the database cannot be heard (`hear(false)`) nothing is.
 */
export class ContentMemory {
  #entries
  #readings
  #generation = 0
  #hears = false

  constructor({ maxBytes, now = clock }) {
    this.now = now
    this.#entries = new LRUCache({ maxSize: maxBytes, maxEntrySize: Math.floor(maxBytes / 8), sizeCalculation: ({ bytes }) => bytes })
    this.#readings = new LRUCache({ max: 10_000, ttl: READING_MS, ttlResolution: 0, perf: { now } })
  }

  get bytes() {
    return this.#entries.calculatedSize
  }

  hear(hears) {
    this.#hears = hears
    this.forget()
  }

  forget() {
    this.#generation += 1
    this.#entries.clear()
  }

  /** The entry under this key, or null; then whoever asks reads the rows and hands them to `set`. */
  get(key) {
    const entry = this.#entries.get(key)
    if (entry && this.now() < entry.until) return entry
    const reading = this.#readings.get(key)
    if (reading) reading.readers += 1
    else this.#readings.set(key, { generation: this.#generation, readers: 1 })
    return null
  }

  set(key, value) {
    if (!this.#isOfNow(key) || !this.#hears) return
    const lastModified = this.now()
    this.#entries.set(key, { value, lastModified, until: lastModified + value.revalidate * 1_000, bytes: key.length + (value.data.body?.length ?? 0) })
  }

  /** Whether nothing changed since the first of those who are reading this began. */
  #isOfNow(key) {
    const reading = this.#readings.get(key)
    if (!reading) return false
    reading.readers -= 1
    if (reading.readers === 0) this.#readings.delete(key)
    return reading.generation === this.#generation
  }
}

/** The memory of this process; serve.mjs tells it what the database says. */
export const contentMemory = new ContentMemory({ maxBytes: MAX_BYTES })

const fixed = new LRUCache({ max: MAX_FIXED })

/** The form in which Next asks. A method may answer at once: Next awaits it. */
export default class CacheHandler {
  get(key, { kind }) {
    return kind === 'FETCH' ? contentMemory.get(key) : (fixed.get(key) ?? null)
  }

  set(key, value, { fetchCache }) {
    if (fetchCache) contentMemory.set(key, value)
    else fixed.set(key, { value, lastModified: clock() })
  }

  /** Who wrote reads what was written, also before the database has told of it. */
  revalidateTag() {
    contentMemory.forget()
  }

  resetRequestCache() {}
}
