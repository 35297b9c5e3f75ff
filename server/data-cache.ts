// Rows that are read once for many requests (lib/base/cache/cached.ts), as the cache handler of Next (docs/adr/0024).
import { LRUCache } from 'lru-cache'
import { ContentCache, textBytes, type ContentCacheOptions } from './content-cache.ts'

const MAX_BYTES = 64 * 1_024 * 1_024
const MAX_ENTRIES = 20_000
/** Longer than any read may take (the time limit of a statement). */
const READ_MS = 60_000
const MAX_READS = 10_000
/** Answers that are the same in every process and never change, such as the icon. */
const MAX_FIXED = 100

/** The clock by which Next tells the age of an entry. */
const clock = () => performance.timeOrigin + performance.now()

/** The part of a value of Next that we read. */
interface FetchValue {
  kind: string
  data: { body?: string | undefined }
  revalidate: number
}

interface CachedRows {
  value: FetchValue
  lastModified: number
}

interface Read {
  generation: number
  readers: number
}

/** Rows as they were read. Whoever finds none under a key reads them and hands them in; several may do so at once. */
export class DataCache extends ContentCache<CachedRows> {
  readonly #reads: LRUCache<string, Read>

  constructor({
    now = clock,
    maxEntries = MAX_ENTRIES,
    maxBytes,
  }: Partial<ContentCacheOptions> & { maxBytes: number }) {
    super({ maxBytes, maxEntries, now })
    this.#reads = new LRUCache({ max: MAX_READS, ttl: READ_MS, ttlResolution: 0, perf: { now } })
  }

  /** The entry under this key, or null; then the caller reads the rows and hands them to `set`. */
  get(key: string): CachedRows | null {
    const entry = this.lookUp(key)
    if (entry) return entry
    const read = this.#reads.get(key)
    if (read) read.readers += 1
    else this.#reads.set(key, { generation: this.generation, readers: 1 })
    return null
  }

  /** Rows count as of the moment at which the first of those who are reading them began. */
  set(key: string, value: FetchValue): void {
    const read = this.#reads.get(key)
    if (!read) return
    read.readers -= 1
    if (read.readers === 0) this.#reads.delete(key)
    const how = {
      generation: read.generation,
      bytes: textBytes(value.data.body ?? ''),
      ageMs: value.revalidate * 1_000,
    }
    this.store(key, { value, lastModified: this.now() }, how)
  }
}

/** The data cache of this process; main.ts tells it what the database reports. */
export const dataCache = new DataCache({ maxBytes: MAX_BYTES })

const fixed = new LRUCache<string, { value: object; lastModified: number }>({ max: MAX_FIXED })

/** The form in which Next asks. A method may answer at once: Next awaits it. */
export default class CacheHandler {
  get(key: string, { kind }: { kind: string }) {
    return kind === 'FETCH' ? dataCache.get(key) : (fixed.get(key) ?? null)
  }

  set(key: string, value: object, { fetchCache }: { fetchCache?: boolean }): void {
    if (fetchCache) dataCache.set(key, value as FetchValue)
    else fixed.set(key, { value, lastModified: clock() })
  }

  /** Whoever wrote reads what was written, also before the database has reported it. */
  revalidateTag(): void {
    dataCache.invalidate()
  }

  resetRequestCache(): void {
    // Nothing here lives as long as one request.
  }
}
