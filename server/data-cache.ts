// Shared database rows (lib/base/cache/cached.ts), as Next's cache handler (docs/adr/0024).
import { LRUCache } from 'lru-cache'
import { ContentCache, textBytes, type ContentCacheOptions } from './content-cache.ts'

const MAX_BYTES = 64 * 1_024 * 1_024
const MAX_ENTRIES = 20_000
/** Longer than the statement timeout allows. */
const READ_MS = 60_000
const MAX_READS = 10_000
const MAX_FIXED = 100

/** The clock Next uses for the age of an entry. */
const clock = () => performance.timeOrigin + performance.now()

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

  /** Null makes the caller read and `set` them; several may do so at once. */
  get(key: string): CachedRows | null {
    const entry = this.lookUp(key)
    if (entry) return entry
    const read = this.#reads.get(key)
    if (read) read.readers += 1
    else this.#reads.set(key, { generation: this.generation, readers: 1 })
    return null
  }

  /** Rows count from when the first of their concurrent readers began. */
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

export const dataCache = new DataCache({ maxBytes: MAX_BYTES })

const fixed = new LRUCache<string, { value: object; lastModified: number }>({ max: MAX_FIXED })

/** Next's interface; it awaits results, so methods may be synchronous. */
export default class CacheHandler {
  get(key: string, { kind }: { kind: string }) {
    return kind === 'FETCH' ? dataCache.get(key) : (fixed.get(key) ?? null)
  }

  set(key: string, value: object, { fetchCache }: { fetchCache?: boolean }): void {
    if (fetchCache) dataCache.set(key, value as FetchValue)
    else fixed.set(key, { value, lastModified: clock() })
  }

  /** The writer sees their own change before the notification arrives. */
  revalidateTag(): void {
    dataCache.invalidate()
  }

  resetRequestCache(): void {
    // No per-request state.
  }
}
