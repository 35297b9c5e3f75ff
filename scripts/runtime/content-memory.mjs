// What is remembered of the database between requests (lib/platform/remember.ts), as the cache handler of Next (docs/adr/0024).
import { LRUCache } from 'lru-cache'
import { HeardMemory } from './heard-memory.mjs'

const MAX_BYTES = 64 * 1_024 * 1_024
/** Longer than any reading may take (the time limit of a statement). */
const READING_MS = 60_000
/** Answers that are the same in every process and never change, such as the icon. */
const MAX_FIXED = 100

/** The clock by which Next tells the age of an entry. */
const clock = () => performance.timeOrigin + performance.now()

/** Rows as they were read. Who finds none under a key reads them and hands them in; several may do so at once. */
export class ContentMemory extends HeardMemory {
  #readings

  constructor({ maxBytes, now = clock }) {
    super({ maxBytes, now })
    this.#readings = new LRUCache({ max: 10_000, ttl: READING_MS, ttlResolution: 0, perf: { now } })
  }

  /** The entry under this key, or null; then whoever asks reads the rows and hands them to `set`. */
  get(key) {
    const entry = this.recall(key)
    if (entry) return entry
    const reading = this.#readings.get(key)
    if (reading) reading.readers += 1
    else this.#readings.set(key, { generation: this.generation, readers: 1 })
    return null
  }

  /** Rows count as of the moment at which the first of those who are reading them began. */
  set(key, value) {
    const reading = this.#readings.get(key)
    if (!reading) return
    reading.readers -= 1
    if (reading.readers === 0) this.#readings.delete(key)
    const bytes = key.length + (value.data.body?.length ?? 0)
    this.keep(key, { value, lastModified: this.now() }, { generation: reading.generation, bytes, ageMs: value.revalidate * 1_000 })
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
