import { LRUCache } from 'lru-cache'

/** Its map slot and surrounding objects. */
const ENTRY_OVERHEAD_BYTES = 1_024
const BYTES_PER_CHARACTER = 2

interface Entry<Value> {
  value: Value
  bytes: number
  expiresAt: number
}

export interface ContentCacheOptions {
  maxBytes: number
  maxEntries: number
  now: () => number
}

export const textBytes = (text: string): number => text.length * BYTES_PER_CHARACTER

/**
 * A cache of public content. Everything is invalidated when the database notifies a change, and
 * nothing is stored while not listening (docs/adr/0024). Bounded by bytes, keys and overhead
 * included, and by entries; least recently used goes first. A value above an eighth of the space is
 * not stored.
 */
export class ContentCache<Value> {
  readonly now: () => number
  readonly #entries: LRUCache<string, Entry<Value>>
  #generation = 0
  #connected = false

  constructor({ maxBytes, maxEntries, now }: ContentCacheOptions) {
    this.now = now
    this.#entries = new LRUCache<string, Entry<Value>>({
      max: maxEntries,
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes / 8),
      sizeCalculation: ({ bytes }, key) => bytes + textBytes(key) + ENTRY_OVERHEAD_BYTES,
    })
  }

  get bytes(): number {
    return this.#entries.calculatedSize
  }

  get size(): number {
    return this.#entries.size
  }

  /** Read it before making a value and pass it to `store`, to detect changes in between. */
  get generation(): number {
    return this.#generation
  }

  /** Either way, stored values may be stale. */
  setConnected(connected: boolean): void {
    this.#connected = connected
    this.invalidate()
  }

  invalidate(): void {
    this.#generation += 1
    this.#entries.clear()
  }

  lookUp(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    return entry && this.now() < entry.expiresAt ? entry.value : undefined
  }

  /** Stores a value of `bytes` bytes for `ageMs`, unless content changed since `generation`. */
  store(
    key: string,
    value: Value,
    how: { generation: number; bytes: number; ageMs: number },
  ): void {
    if (!this.#connected || how.generation !== this.#generation) return
    this.#entries.set(key, { value, bytes: how.bytes, expiresAt: this.now() + how.ageMs })
  }
}
