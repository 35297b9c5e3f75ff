import { LRUCache } from 'lru-cache'

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
 * Emptied when the database notifies a change, and not used while not listening (docs/adr/0024).
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

  store(
    key: string,
    value: Value,
    how: { generation: number; bytes: number; ageMs: number },
  ): void {
    if (!this.#connected || how.generation !== this.#generation) return
    this.#entries.set(key, { value, bytes: how.bytes, expiresAt: this.now() + how.ageMs })
  }
}
