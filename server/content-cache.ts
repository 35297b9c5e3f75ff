import { LRUCache } from 'lru-cache'

/** What an entry takes besides its key and its value: its place in the cache and the objects around it. */
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

/** The memory a text takes at most. */
export const textBytes = (text: string): number => text.length * BYTES_PER_CHARACTER

/**
 * A cache of public content. All of it is invalidated when the database reports a change, and nothing
 * is stored while the database cannot be heard (docs/adr/0024). Bounded in bytes, in which keys and a
 * fixed overhead count too, and in entries; the least recently used goes first. A value that takes
 * more than an eighth of the room is not stored.
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

  /**
   * Names the present state of the content. Whoever begins to make a value reads it first and hands it
   * in with the value, so that a value made from older content is not stored.
   */
  get generation(): number {
    return this.#generation
  }

  /** Whether changes in the database are heard. Either way what was stored may be old. */
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
