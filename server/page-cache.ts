import { ContentCache, type ContentCacheOptions } from './content-cache.ts'
import type { Page } from './page.ts'

export class PageCache extends ContentCache<Page> {
  readonly #maxAgeMs: number
  readonly #pending = new Map<string, Promise<Page | null>>()

  constructor({ maxAgeMs, ...options }: ContentCacheOptions & { maxAgeMs: number }) {
    super(options)
    this.#maxAgeMs = maxAgeMs
  }

  override invalidate(): void {
    super.invalidate()
    this.#pending.clear()
  }

  /** Concurrent requests share one `render`. Null when it gives nothing to store. */
  async get(key: string, render: () => Promise<Page | null>): Promise<Page | null> {
    const stored = this.lookUp(key)
    if (stored) return stored
    const pending = this.#pending.get(key)
    if (pending) return pending
    const rendering = this.#render(key, render)
    this.#pending.set(key, rendering)
    return rendering.finally(() => {
      if (this.#pending.get(key) === rendering) this.#pending.delete(key)
    })
  }

  async #render(key: string, render: () => Promise<Page | null>): Promise<Page | null> {
    const { generation } = this
    const page = await render()
    if (page) this.store(key, page, { generation, bytes: page.bytes, ageMs: this.#maxAgeMs })
    return page
  }
}
